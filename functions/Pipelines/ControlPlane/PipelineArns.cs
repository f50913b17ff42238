using Sluice.Pipelines.Model;
using Sluice.Platform.Accounts;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.ControlPlane;

/// <summary>CodePipeline's ARNs.</summary>
internal static class PipelineArns
{
    private const string Service = "codepipeline";

    public static string Pipeline(SuiteAccount account, string name) => account.Arn(Service, name);

    public static string Webhook(SuiteAccount account, string name) => account.Arn(Service, $"webhook:{name}");

    /// <summary>The ARN's parts.</summary>
    /// <exception cref="ApiException">It is no ARN of CodePipeline's, or of another account or Region.</exception>
    public static ResourceArn Read(SuiteAccount account, string arn) => ResourceArn.Read(arn) is { Service: Service } parts && parts.IsOf(account)
        ? parts
        : throw new ApiException("InvalidArnException", $"'{arn}' is no ARN of CodePipeline's in {account.Region} of {account.AccountId}; expected one such as {Pipeline(account, "NAME")}.");
}
