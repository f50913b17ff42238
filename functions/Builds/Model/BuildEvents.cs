using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.BuildContract;
using Sluice.Platform.Accounts;
using Sluice.Platform.Events;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;
using Sluice.Platform.Runs;

namespace Sluice.Builds.Model;

/// <summary>A build's events in CodeBuild's shape.</summary>
internal static class BuildEvents
{
    public const string Source = "sluice.codebuild";
    public const string StateChange = "CodeBuild Build State Change";
    private const string TimeFormat = "MMM d, yyyy h:mm:ss tt";

    /// <summary>That the record has a new status.</summary>
    public static RunEvent Changed(BuildRecord build, SuiteAccount account) => new(StateChange, Detail(build, Arn(build, account))) { Resources = [Arn(build, account)] };

    /// <summary>A status comes once, so it is what the event is known by.</summary>
    public static SuiteEvent Stamped(BuildRecord build, RunEvent happened) => new(
        $"build-{build.BuildId}-{build.Status.WireName()}", Source, happened.DetailType, happened.Detail, build.EndedAt ?? build.SubmittedAt, build.HasEnded() ? 2 : 1, happened.Resources);

    /// <summary>CodeBuild has no such event: its queue is not seen.</summary>
    public const string Queued = "Sluice Build Queued";

    /// <summary>That a build waits for its turn.</summary>
    public static SuiteEvent Waits(BuildRecord build, int running, int atOnce, SuiteAccount account, DateTimeOffset now)
    {
        var arn = Arn(build, account);
        var detail = new JsonObject
        {
            ["project-name"] = build.ProjectName,
            ["build-id"] = arn,
            ["running"] = running,
            ["at-once"] = atOnce,
            ["message"] = string.Create(CultureInfo.InvariantCulture, $"waits for a build to end: {running} of {atOnce} run"),
        };
        return new SuiteEvent($"build-{build.BuildId}-QUEUED", Source, Queued, detail, now, 1, [arn]);
    }

    private static JsonObject Detail(BuildRecord build, string arn) => new()
    {
        ["build-status"] = build.Status.WireName(),
        ["project-name"] = build.ProjectName,
        ["build-id"] = arn,
        ["current-phase"] = (build.HasEnded() ? PhaseType.Completed : PhaseType.Submitted).WireName(),
        ["current-phase-context"] = "[]",
        ["version"] = "1",
        ["additional-information"] = Information(build),
    };

    private static JsonObject Information(BuildRecord build) => new()
    {
        ["artifact"] = new JsonObject { ["location"] = build.Manifest is { } manifest ? Arn(manifest) : "" },
        ["timeout-in-minutes"] = build.TimeoutInMinutes,
        ["build-complete"] = build.HasEnded(),
        ["build-number"] = build.Number,
        ["initiator"] = build.Initiator,
        ["build-start-time"] = Written(build.SubmittedAt),
        ["source"] = new JsonObject { ["location"] = WithoutPassword(build.Repository), ["type"] = "CODEPIPELINE" },
        ["source-version"] = build.CommitId,
        ["phases"] = new JsonArray([.. (build.Phases ?? []).Select(Phase)]),
    };

    private static JsonObject Phase(PhaseRecord phase) => new()
    {
        ["phase-context"] = new JsonArray([.. phase.Contexts.Select(context => JsonValue.Create($"{context.StatusCode}: {context.Message}"))]),
        ["start-time"] = Written(phase.StartTime),
        ["end-time"] = Written(phase.EndTime),
        ["duration-in-seconds"] = phase.DurationInSeconds,
        ["phase-type"] = phase.PhaseType.WireName(),
        ["phase-status"] = phase.PhaseStatus.WireName(),
    };

    private static string Arn(BuildRecord build, SuiteAccount account) => account.Arn("codebuild", $"build/{build.FullId()}");

    private static string Arn(ObjectRef target) => $"arn:aws:s3:::{target.Bucket}/{target.Key}";

    private static string Written(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static string WithoutPassword(string repository) =>
        Uri.TryCreate(repository, UriKind.Absolute, out var url) && url.UserInfo.Length > 0 ? repository.Replace(url.UserInfo + "@", "") : repository;
}
