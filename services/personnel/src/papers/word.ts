/** All that makes Word files: heavy, so it is imported when a paper is made and not with the service. */
export { checkedTemplate, fillTemplate, tagsOf, TemplateFault } from '@antt/paper';
export { deliveredTemplate } from './delivered/index.ts';
