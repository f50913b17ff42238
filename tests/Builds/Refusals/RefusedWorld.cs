using Sluice.BuildContract.Jobs;
using Sluice.Builds.Batching;
using Sluice.Builds.ControlPlane.Projects;
using Sluice.Builds.ControlPlane.Reports;
using Sluice.Builds.Model.Batches;
using Sluice.Builds.Model;
using Sluice.Builds.Records;
using Sluice.Builds.Tests.World;
using Sluice.Platform.Objects;

namespace Sluice.Builds.Tests.Refusals;

/// <summary>A suite with something of everything that operations ask for.</summary>
internal static class RefusedWorld
{
    /// <summary>A build that goes on.</summary>
    public const string BuildId = "web:11111111-1111-4111-8111-111111111111";

    /// <summary>A batch that has failed.</summary>
    public const string BatchId = "web:22222222-2222-4222-8222-222222222222";

    /// <summary>A batch that goes on.</summary>
    public const string GoingBatchId = "web:33333333-3333-4333-8333-333333333333";

    /// <summary>A sandbox that takes commands.</summary>
    public const string SandboxId = "web:55555555-5555-4555-8555-555555555555";

    /// <summary>A sandbox that has ended.</summary>
    public const string EndedSandboxId = "web:66666666-6666-4666-8666-666666666666";

    /// <summary>Its program's.</summary>
    public const string Secret = "its-programs-own";

    private static readonly BuildRecord _build = new()
    {
        BuildId = BuildId["web:".Length..],
        ProjectName = "web",
        Number = 1,
        Status = BuildContract.BuildStatus.InProgress,
        Initiator = "me",
        Settings = UnnamedProject.Settings,
        Output = new ObjectRef("sluice", "codebuild/builds/1"),
        ProgressSecret = Secret,
        SubmittedAt = DateTimeOffset.UnixEpoch,
    };

    private static readonly BatchRecord _batch = new()
    {
        BatchId = GoingBatchId["web:".Length..],
        ProjectName = "web",
        Number = 1,
        Status = BuildContract.BuildStatus.InProgress,
        Initiator = "me",
        Settings = UnnamedProject.Settings,
        Output = new ObjectRef("sluice", "codebuild/builds/3"),
        SubmittedAt = DateTimeOffset.UnixEpoch,
        PlanBuildId = "44444444-4444-4444-8444-444444444444",
    };

    /// <summary>Its report, made of the build and the group, and so the same in each world.</summary>
    public static string Report { get; } = $"{HandedReport.Arn}report/web-unit:" + DerivedUuid.Of("report", $"{HandedReport.Arn}build/web:1", GroupId);

    /// <summary>With the quotes escaped that a JSON string's inside needs.</summary>
    public const string Policy = "{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[{\\\"Effect\\\":\\\"Allow\\\",\\\"Principal\\\":\\\"*\\\",\\\"Action\\\":\\\"*\\\",\\\"Resource\\\":\\\"*\\\"}]}";

    private const string GroupId = "group-1";

    public static async Task<BuildsApi> CreateAsync()
    {
        var api = new BuildsApi();
        await api.CreateProjectAsync("web");
        await api.CreateProjectAsync("other");
        await api.CreateProjectAsync("piped", "{'source':{'type':'CODEPIPELINE'},'artifacts':{'type':'CODEPIPELINE'}}");
        await api.CallAsync("StartBuild", "{'projectName':'other','idempotencyToken':'taken'}");
        await api.CallAsync("StartBuild", "{'projectName':'web','idempotencyToken':'taken','sourceVersion':'other'}");
        var store = api.Get<BuildStore>();
        await store.AddAsync(_build, [], CancellationToken.None);
        var sandbox = _build with { IsSandbox = true };
        await store.AddAsync(sandbox with { BuildId = SandboxId["web:".Length..], Running = new RunningPhase(BuildContract.PhaseType.Build, DateTimeOffset.UnixEpoch) }, [], CancellationToken.None);
        await store.AddAsync(sandbox with { BuildId = EndedSandboxId["web:".Length..], Status = BuildContract.BuildStatus.Stopped, EndedAt = DateTimeOffset.UnixEpoch }, [], CancellationToken.None);
        var action = new ActionTask("parent");
        await store.AddAsync(_build with { BuildId = BuildsFixture.BuildId, ProjectName = "shop", Action = action }, [], CancellationToken.None);
        await api.CallAsync("StartBuildBatch", "{'projectName':'web','idempotencyToken':'taken','sourceVersion':'other'}");
        var batches = api.Get<BatchStore>();
        await batches.AddAsync(_batch, [], CancellationToken.None);
        await batches.AddAsync(_batch with { BatchId = BatchId["web:".Length..], Status = BuildContract.BuildStatus.Failed, EndedAt = DateTimeOffset.UnixEpoch }, [], CancellationToken.None);
        var group = ReportGroupSettings.Create("web-unit", Shapes.ReportType.TEST, export: null, tags: null, api.Time.GetUtcNow());
        await api.Get<ReportGroupStore>().CreateAsync(new StoredReportGroup(GroupId, group));
        await api.HandOverAsync(HandedReport.Of("web", 1, HandedReport.Tests(api.Objects, "unit", "adds passed 1")));
        await api.CallAsync("CreateFleet", "{'name':'linux','baseCapacity':2,'environmentType':'LINUX_CONTAINER','computeType':'BUILD_GENERAL1_SMALL'}");
        await api.CallAsync("ImportSourceCredentials", "{'serverType':'GITLAB','authType':'PERSONAL_ACCESS_TOKEN','token':'secret'}");
        await api.CallAsync("PutResourcePolicy", $"{{'resourceArn':'{HandedReport.Arn}project/web','policy':'{Policy}'}}");
        await api.CreateProjectAsync("unhooked", "{'source':{'type':'GITHUB','location':'https://example.com/acme/shop.git'}}");
        await api.CreateProjectAsync("hooked", "{'source':{'type':'GITHUB','location':'https://example.com/acme/shop.git'}}");
        await api.CallAsync("CreateWebhook", "{'projectName':'hooked'}");
        return api;
    }
}
