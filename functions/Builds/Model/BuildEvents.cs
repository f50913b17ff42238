using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.BuildContract;
using Sluice.Platform.Accounts;
using Sluice.Platform.Events;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.Builds.Model;

/// <summary>A build's events in CodeBuild's shape. What they tell follows from what the record was and what it becomes, so that whoever changes it need not think of them.</summary>
internal static class BuildEvents
{
    public const string Source = "sluice.codebuild";
    public const string StateChange = "CodeBuild Build State Change";
    public const string PhaseChange = "CodeBuild Build Phase Change";

    /// <summary>CodeBuild has no such event: its queue is not seen.</summary>
    public const string Queued = "Sluice Build Queued";

    private const string TimeFormat = "MMM d, yyyy h:mm:ss tt";
    private const long LastNumber = 1000;

    /// <summary>What is new; before is null for a build that is made.</summary>
    public static IEnumerable<SuiteEvent> Between(BuildRecord? before, BuildRecord after, SuiteAccount account)
    {
        var told = before is null ? 0 : BuildPhases.Ended(before).Count;
        foreach (var (phase, index) in BuildPhases.Ended(after).Select((phase, index) => (phase, index)).Skip(told).Where(entry => entry.phase.PhaseType != PhaseType.Completed))
        {
            yield return Event(
                after, $"{index}-{phase.PhaseType.WireName()}", PhaseChange, PhaseDetail(after, phase, account), phase.EndTime, 2 + index, account);
        }

        if (before?.Status != after.Status)
        {
            yield return Event(
                after, after.Status.WireName(), StateChange, StateDetail(after, account), after.EndedAt ?? after.SubmittedAt, after.HasEnded() ? LastNumber : 1, account);
        }
    }

    /// <summary>That a build waits for its turn.</summary>
    public static SuiteEvent Waits(BuildRecord build, string why, SuiteAccount account, DateTimeOffset now)
    {
        var detail = new JsonObject
        {
            ["project-name"] = build.ProjectName, ["build-id"] = Arn(build, account), ["message"] = $"waits for a build to end: {why}",
        };
        return Event(build, "QUEUED", Queued, detail, now, 1, account);
    }

    /// <summary>The build's ARN.</summary>
    public static string Arn(BuildRecord build, SuiteAccount account) => account.Arn("codebuild", $"{build.Kind()}/{build.FullId()}");

    private static SuiteEvent Event(BuildRecord build, string what, string type, JsonObject detail, DateTimeOffset time, long number, SuiteAccount account) =>
        new($"build-{build.BuildId}-{what}", Source, type, detail, time, number, [Arn(build, account)]);

    private static JsonObject StateDetail(BuildRecord build, SuiteAccount account) => new()
    {
        ["build-status"] = build.Status.WireName(),
        ["project-name"] = build.ProjectName,
        ["build-id"] = Arn(build, account),
        ["current-phase"] = (BuildPhases.Current(build)?.PhaseType ?? PhaseType.Completed).WireName(),
        ["current-phase-context"] = "[]",
        ["version"] = "1",
        ["additional-information"] = Information(build, account),
    };

    private static JsonObject PhaseDetail(BuildRecord build, PhaseRecord phase, SuiteAccount account) => new()
    {
        ["completed-phase"] = phase.PhaseType.WireName(),
        ["completed-phase-status"] = phase.PhaseStatus.WireName(),
        ["completed-phase-duration-seconds"] = phase.DurationInSeconds,
        ["completed-phase-start"] = Written(phase.StartTime),
        ["completed-phase-end"] = Written(phase.EndTime),
        ["completed-phase-context"] = $"[{string.Join(", ", phase.Contexts.Select(context => $"{context.StatusCode}: {context.Message}"))}]",
        ["project-name"] = build.ProjectName,
        ["build-id"] = Arn(build, account),
        ["version"] = "1",
        ["additional-information"] = Information(build, account),
    };

    private static JsonObject Information(BuildRecord build, SuiteAccount account) => new()
    {
        ["artifact"] = Artifact(build),
        ["environment"] = Environment(build.Settings.Environment),
        ["timeout-in-minutes"] = build.Settings.TimeoutInMinutes,
        ["queued-timeout-in-minutes"] = build.Settings.QueuedTimeoutInMinutes,
        ["build-complete"] = build.HasEnded(),
        ["build-number"] = build.Number,
        ["initiator"] = build.Initiator,
        ["build-start-time"] = Written(build.SubmittedAt),
        ["source"] = new JsonObject { ["location"] = WithoutPassword(build.Settings.Inputs?.Primary.Repository ?? build.Settings.Source.Location ?? ""), ["type"] = build.Settings.Source.Type.ToString() },
        ["source-version"] = build.ResolvedSourceVersion ?? build.Settings.SourceVersion ?? build.Settings.Inputs?.Primary.Version ?? "",
        ["logs"] = Logs(build, account),
        ["phases"] = new JsonArray([.. BuildPhases.Ended(build).Select(Phase)]),
    };

    private static JsonObject Artifact(BuildRecord build)
    {
        var primary = build.Artifacts.FirstOrDefault(artifact => artifact.Identifier is null);
        var artifact = new JsonObject { ["location"] = (primary?.Location ?? build.Manifest) is { } location ? Arn(location) : "" };
        foreach (var (name, sum) in new[] { ("sha256sum", primary?.Sha256), ("md5sum", primary?.Md5) }.Where(sum => sum.Item2 is not null))
        {
            artifact[name] = sum;
        }

        return artifact;
    }

    /// <summary>The values of plain variables are told as CodeBuild tells them; whoever has a secret does not keep it there.</summary>
    private static JsonObject Environment(ProjectEnvironment environment) => new()
    {
        ["image"] = environment.Image,
        ["privileged-mode"] = environment.PrivilegedMode ?? false,
        ["compute-type"] = environment.ComputeType.ToString(),
        ["type"] = environment.Type.ToString(),
        ["environment-variables"] = new JsonArray(
            [.. (environment.EnvironmentVariables ?? []).Select(JsonNode (variable) => new JsonObject { ["name"] = variable.Name, ["type"] = (variable.Type ?? EnvironmentVariableType.PLAINTEXT).ToString(), ["value"] = variable.Value })]),
    };

    private static JsonObject Logs(BuildRecord build, SuiteAccount account) => BuildLogs.Of(build) switch
    {
        { GroupName: { } group, StreamName: { } stream } => new() { ["group-name"] = group, ["stream-name"] = stream, ["deep-link"] = BuildLogs.Link(group, stream, account) },
        _ => [],
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

    private static string Arn(ObjectRef target) => $"arn:aws:s3:::{target.Bucket}/{target.Key}";

    private static string Written(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static string WithoutPassword(string repository) =>
        Uri.TryCreate(repository, UriKind.Absolute, out var url) && url.UserInfo.Length > 0 ? repository.Replace(url.UserInfo + "@", "") : repository;
}
