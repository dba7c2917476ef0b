// A verification as a developer writes it with the generated client. It is compiled, not run: GeneratedClientIT walks.
import { AccountsApi, Configuration, ResponseError, VerificationsApi } from "../generated-clients/typescript";
import type { Application, Problem, Verification } from "../generated-clients/typescript";

const settings = new Configuration({ basePath: "https://realname.example", username: "mall", password: "secret" });
const verifications = new VerificationsApi(settings);

export async function verify(code: (mobile: string) => Promise<string>): Promise<Verification> {
  const started: Application = await verifications.startVerification({
    idempotencyKey: "0198c0de",
    newUserApplication: {
      account: "jd_lin",
      realName: "林斌",
      document: { type: "RESIDENT_ID", number: "11010519491231002X" },
      bankCard: { number: "6222020200112230004", mobile: "13800138000" },
      agreementAccepted: true,
    },
  });
  const waiting = await verifications.getVerification({ id: started.id, wait: 10 });
  if (waiting.action?.type === "SUBMIT_MOBILE_CODE") {
    const mobileCode = { code: await code(waiting.action.mobile ?? "") };
    await verifications.submitMobileCode({ id: started.id, mobileCode });
  }
  const ended = await verifications.getVerification({ id: started.id, wait: 10 });
  // Words of answers are strings: one that this client does not know is no error, to the compiler either.
  const outcome: string | undefined = ended.outcome?.code;
  if (outcome !== "VERIFIED") {
    throw new Error(ended.outcome?.message ?? ended.status);
  }
  return new AccountsApi(settings).getAccountVerification({ userName: "jd_lin" });
}

export async function why(refused: ResponseError): Promise<string[]> {
  const problem = (await refused.response.json()) as Problem;
  return [problem.code, ...(problem.errors ?? []).map((error) => `${error.pointer} ${error.code}`)];
}
