using Sluice.Platform.Accounts;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.ControlPlane;

/// <summary>ARNs of one kind of CodeBuild's resources.</summary>
/// <param name="Kind">With its separator, e.g. <c>report-group/</c>.</param>
/// <param name="What">As a sentence has it, e.g. <c>report group</c>.</param>
/// <param name="Example">What follows the kind, e.g. <c>NAME</c>.</param>
internal sealed record BuildArns(string Kind, string What, string Example)
{
    public static BuildArns Projects { get; } = new("project/", "project", "NAME");

    public static BuildArns ReportGroups { get; } = new("report-group/", "report group", "NAME");

    public static BuildArns Reports { get; } = new("report/", "report", "GROUP:ID");

    public static BuildArns Fleets { get; } = new("fleet/", "fleet", "NAME:ID");

    public static BuildArns Tokens { get; } = new("token/", "credential", "SERVER");

    public string Of(string name, SuiteAccount account) => account.Arn("codebuild", Kind + name);

    /// <summary>The name in an ARN of this account; null if it is none.</summary>
    public string? Find(string arn, SuiteAccount account) => ResourceArn.Read(arn) is { Service: "codebuild" } read && read.IsOf(account) ? read.Name(Kind) : null;

    /// <summary>The name in an ARN.</summary>
    /// <exception cref="ApiException">It is no such ARN of this account.</exception>
    public string Required(string arn, SuiteAccount account) =>
        Find(arn, account) ?? throw InvalidInput.Of($"'{arn}' names no {What} here; expected {Of(Example, account)}.");
}
