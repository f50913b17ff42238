using Sluice.Platform.Accounts;

namespace Sluice.Platform.Api;

/// <summary>An ARN by its parts.</summary>
/// <param name="Service">E.g. <c>codebuild</c>.</param>
/// <param name="Region">E.g. <c>us-east-1</c>; empty if it has none.</param>
/// <param name="AccountId">Twelve digits; empty if it has none.</param>
/// <param name="Resource">The rest, e.g. <c>project/web</c>.</param>
public sealed record ResourceArn(string Service, string Region, string AccountId, string Resource)
{
    private const int Parts = 6;

    /// <summary>The parts of a text; null if it is no ARN.</summary>
    public static ResourceArn? Read(string text) => text.Split(':', Parts) is ["arn", { Length: > 0 }, { Length: > 0 } service, var region, var account, { Length: > 0 } resource]
        ? new ResourceArn(service, region, account, resource)
        : null;

    /// <summary>Whether it is of this account and Region. An account that is left out is ours: a client that does not know it writes it so.</summary>
    public bool IsOf(SuiteAccount account) => Region == account.Region && (AccountId.Length == 0 || AccountId == account.AccountId);

    /// <summary>What the resource is called that is of this kind; null if it is of another, or has no name.</summary>
    /// <param name="kind">With its separator, e.g. <c>project/</c> or <c>application:</c>.</param>
    public string? Name(string kind) => Resource.Length > kind.Length && Resource.StartsWith(kind, StringComparison.Ordinal) ? Resource[kind.Length..] : null;
}
