import { endCertificate, issueCertificate, listCertificates } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { CertificateService } from './certificate.service.ts';

@Controller()
export class CertificateController {
  constructor(private readonly certificates: CertificateService) {}

  @Handles(listCertificates)
  list(question: Input<typeof listCertificates>) {
    return this.certificates.list(question);
  }

  @Handles(issueCertificate)
  issue(command: Input<typeof issueCertificate>) {
    return this.certificates.issue(command);
  }

  @Handles(endCertificate)
  end(command: Input<typeof endCertificate>) {
    return this.certificates.end(command);
  }
}
