import { Component, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { EmptyState } from '../../frame/empty-state.tsx';

/** A browser without WebGL, or a map file that did not arrive: the table beside goes on working. */
export class MapFailure extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <EmptyState title={<FormattedMessage id="map.failed" />}>
        <FormattedMessage id="map.failed.why" />
      </EmptyState>
    );
  }
}
