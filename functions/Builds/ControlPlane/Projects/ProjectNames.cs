using System.Text.RegularExpressions;
using Sluice.Platform.Accounts;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.ControlPlane.Projects;

/// <summary>Names of projects, which may be given by their ARNs.</summary>
internal static partial class ProjectNames
{
    private const string Kind = "project/";

    /// <summary>CodeBuild's rule.</summary>
    public static bool IsName(string text) => Name().IsMatch(text);

    /// <summary>The name in an ARN of this account, or the text itself.</summary>
    public static string Of(string nameOrArn, SuiteAccount account) => InArn(nameOrArn, account) ?? nameOrArn;

    /// <summary>The name in an ARN.</summary>
    /// <exception cref="ApiException">It is no ARN of a project here.</exception>
    public static string Required(string arn, SuiteAccount account) =>
        InArn(arn, account) ?? throw InvalidInput.Of($"'{arn}' names no project here; expected {account.Arn("codebuild", $"{Kind}NAME")}.");

    private static string? InArn(string text, SuiteAccount account) =>
        ResourceArn.Read(text) is { Service: "codebuild" } arn && arn.IsOf(account) ? arn.Name(Kind) : null;

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_-]{1,149}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();
}
