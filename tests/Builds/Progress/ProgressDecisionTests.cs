using Sluice.BuildContract;
using Sluice.Builds.Model;
using Sluice.Builds.Progress;
using Sluice.Platform.Json;

namespace Sluice.Builds.Tests.Progress;

public sealed class ProgressDecisionTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly BuildsFixture _fixture = new();

    [Theory]
    [InlineData("BUILD", "POST_BUILD", "BUILD", "POST_BUILD")]
    [InlineData("BUILD", "FINALIZING", "BUILD", "FINALIZING")]
    [InlineData("BUILD FINALIZING", null, "BUILD", "FINALIZING")]
    [InlineData("BUILD FINALIZING", "COMPLETED", "BUILD", "FINALIZING")]
    [InlineData("BUILD FINALIZING COMPLETED", null, "BUILD", "FINALIZING")]
    [InlineData("BUILD", "COMPLETED", "BUILD", "FINALIZING")]
    [InlineData("BUILD", null, "BUILD", "BUILD")]
    public async Task A_build_is_not_completed_before_it_is_known_how_it_ended(string phases, string? current, string ended, string shown)
    {
        var before = await BuildAsync();

        var after = ProgressDecision.Decide(before, Phases(phases), Phase(current), null, Now).Record;

        string.Join(' ', after.ProgramPhases.Select(phase => phase.PhaseType.WireName())).ShouldBe(ended);
        BuildPhases.Current(after)!.PhaseType.WireName().ShouldBe(shown);
    }

    [Fact]
    public async Task What_is_told_late_takes_nothing_back()
    {
        var known = ProgressDecision.Decide(await BuildAsync(), Phases("INSTALL BUILD FINALIZING COMPLETED"), null, null, Now).Record;

        ProgressDecision.Decide(known, Phases("INSTALL"), PhaseType.Build, null, Now.AddSeconds(1)).Record.ShouldBeSameAs(known);
        ProgressDecision.Decide(known, Phases("INSTALL BUILD"), PhaseType.Finalizing, null, Now.AddSeconds(1)).Record.ShouldBeSameAs(known);
    }

    public void Dispose() => _fixture.Dispose();

    private async Task<BuildRecord> BuildAsync()
    {
        await _fixture.Start.RunAsync(BuildsFixture.Request(), TestContext.Current.CancellationToken);
        return await _fixture.Store.GetAsync(BuildsFixture.BuildId, TestContext.Current.CancellationToken);
    }

    private static IReadOnlyList<PhaseRecord> Phases(string names) =>
        [.. names.Split(' ').Select(name => PhaseRecord.Between(Phase(name)!.Value, BuildStatus.Succeeded, Now, Now.AddSeconds(1)))];

    private static PhaseType? Phase(string? name) => name is null ? null : Enum.GetValues<PhaseType>().Single(type => type.WireName() == name);
}
