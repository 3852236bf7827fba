import { jobSettings } from '@antt/service-kit/config';

/** Settings of the organisation service beyond those of every service. */
export const organisationSettings = jobSettings;
