using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.ControlPlane.Tags;

/// <summary>Reads the ARNs of resources that can have tags. An account that is left out is ours: a client that does not know it writes it so.</summary>
internal static class ResourceArn
{
    private const int Parts = 7;
    private static readonly string[] NotTaggable = ["deploymentconfig", "instance"];

    /// <exception cref="ApiException"><c>InvalidArnException</c>, <c>ArnNotSupportedException</c>.</exception>
    public static ResourceName Read(string arn, SuiteAccount account)
    {
        var parts = arn.Split(':', Parts);
        if (parts is not ["arn", _, "codedeploy", var region, var owner, var kind, ..])
        {
            throw Invalid(arn, account);
        }

        if (NotTaggable.Any(other => kind == other || kind.StartsWith(other + "/", StringComparison.Ordinal)))
        {
            throw new ApiException("ArnNotSupportedException", $"'{arn}' cannot have tags; applications and deployment groups can.");
        }

        var ours = region == account.Region && (owner.Length == 0 || owner == account.AccountId);
        return (ours, kind, parts.ElementAtOrDefault(Parts - 1)) switch
        {
            (true, "application", { Length: > 0 } name) => new ResourceName(name),
            (true, "deploymentgroup", { } name) when name.Split('/') is [{ Length: > 0 } application, { Length: > 0 } group] => new ResourceName(application, group),
            _ => throw Invalid(arn, account),
        };
    }

    private static ApiException Invalid(string arn, SuiteAccount account) => new(
        "InvalidArnException",
        $"'{arn}' names nothing here; expected {account.Arn("codedeploy", "application:NAME")} or {account.Arn("codedeploy", "deploymentgroup:APPLICATION/GROUP")}.");
}
