/** Takes the place of the browser's request with progress: answers what the gateway would. */
export class FakeUpload {
  static sent: { address: string; form: FormData; key: string }[] = [];
  static answer: () => { status: number; body: unknown } = () => ({ status: 500, body: null });

  upload = { onprogress: (_: { loaded: number; total: number }) => undefined as void };
  onload: () => void = () => undefined;
  onerror: () => void = () => undefined;
  onabort: () => void = () => undefined;
  status = 0;
  responseText = '';
  private address = '';
  private headers: Record<string, string> = {};

  open(_method: string, address: string) {
    this.address = address;
  }

  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }

  send(form: FormData) {
    const { address, headers } = this;
    FakeUpload.sent.push({ address, form, key: headers['Idempotency-Key'] ?? '' });
    this.upload.onprogress({ loaded: 1, total: 2 });
    const { status, body } = FakeUpload.answer();
    Object.assign(this, { status, responseText: JSON.stringify(body) });
    setTimeout(() => this.onload());
  }

  abort() {
    this.onabort();
  }
}
