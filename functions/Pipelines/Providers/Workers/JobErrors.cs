using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Providers.Workers;

/// <summary>What is wrong with a call about a job, in CodePipeline's errors.</summary>
internal static class JobErrors
{
    public static ApiException NotFound() => new("JobNotFoundException", "There is no such job.");

    public static ApiException WrongNonce() => new("InvalidNonceException", "The nonce is not that of the job: it was handed out again meanwhile, or never to you.");

    public static ApiException WrongState(string state) => new("InvalidJobStateException", $"The job is {state}; only one that was acknowledged and has not ended can be answered.");

    public static ApiException WrongToken() => new("InvalidClientTokenException", "The client token is not that of the job's action.");

    public static ApiException NoPartnersJob() => new("InvalidJobException", "The job is none of a partner's action.");

    public static ApiException VariablesTooLarge(int bytes, int most) => new("OutputVariablesSizeExceededException", $"The output variables are {bytes} bytes of UTF-8 with their names; at most {most} are taken.");
}
