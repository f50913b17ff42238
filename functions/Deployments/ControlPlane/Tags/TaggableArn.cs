using Sluice.Platform.Accounts;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.ControlPlane.Tags;

/// <summary>Reads the ARNs of resources that can have tags.</summary>
internal static class TaggableArn
{
    private static readonly string[] NotTaggable = ["deploymentconfig", "instance"];

    /// <exception cref="ApiException"><c>InvalidArnException</c>, <c>ArnNotSupportedException</c>.</exception>
    public static ResourceName Read(string arn, SuiteAccount account)
    {
        if (ResourceArn.Read(arn) is not { Service: "codedeploy" } parts)
        {
            throw Invalid(arn, account);
        }

        if (NotTaggable.Contains(parts.Resource.Split(':', '/')[0], StringComparer.Ordinal))
        {
            throw new ApiException("ArnNotSupportedException", $"'{arn}' cannot have tags; applications and deployment groups can.");
        }

        return (parts.IsOf(account), parts.Name("application:"), parts.Name("deploymentgroup:")) switch
        {
            (true, { } name, _) => new ResourceName(name),
            (true, _, { } name) when name.Split('/') is [{ Length: > 0 } application, { Length: > 0 } group] => new ResourceName(application, group),
            _ => throw Invalid(arn, account),
        };
    }

    private static ApiException Invalid(string arn, SuiteAccount account) => new(
        "InvalidArnException",
        $"'{arn}' names nothing here; expected {account.Arn("codedeploy", "application:NAME")} or {account.Arn("codedeploy", "deploymentgroup:APPLICATION/GROUP")}.");
}
