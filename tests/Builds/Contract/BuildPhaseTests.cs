using Sluice.BuildContract;

namespace Sluice.Builds.Tests.Contract;

public sealed class BuildPhaseTests
{
    private static readonly DateTimeOffset _noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(90.9, 90)]
    [InlineData(0, 0)]
    [InlineData(-3600, 0)]
    public void A_phase_lasts_whole_seconds_and_never_less_than_none_though_the_clock_was_set_back(double seconds, long lasts) =>
        BuildPhase.Between(PhaseTypes.Build, BuildStatus.Succeeded, _noon, _noon.AddSeconds(seconds)).DurationInSeconds.ShouldBe(lasts);
}
