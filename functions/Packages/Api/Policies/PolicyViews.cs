using Sluice.Packages.Model;

namespace Sluice.Packages.Api.Policies;

/// <summary>Policies as the API shows them.</summary>
internal static class PolicyViews
{
    public static ResourcePolicy Write(StoredPolicy policy, string arn) => new() { ResourceArn = arn, Document = policy.Document, Revision = policy.Revision };
}
