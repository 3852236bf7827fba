/// <reference types="vite/client" />
import type { MessageId } from './i18n/message.ts';

declare global {
  namespace FormatjsIntl {
    interface Message {
      ids: MessageId;
    }
  }
}
