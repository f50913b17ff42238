using System.Text.Json;
using Sluice.BuildContract;
using Sluice.Platform.Json;

namespace Sluice.Builds.Tests.Contract;

public sealed class PhaseRecordTests
{
    private static readonly DateTimeOffset _noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(90.9, 90)]
    [InlineData(0, 0)]
    [InlineData(-3600, 0)]
    public void A_phase_lasts_whole_seconds_and_never_less_than_none_though_the_clock_was_set_back(double seconds, long lasts) =>
        PhaseRecord.Between(PhaseType.Build, BuildStatus.Succeeded, _noon, _noon.AddSeconds(seconds)).DurationInSeconds.ShouldBe(lasts);

    [Fact]
    public void A_phase_is_written_in_CodeBuilds_words()
    {
        var phase = PhaseRecord.Between(PhaseType.DownloadSource, BuildStatus.TimedOut, _noon, _noon.AddSeconds(1));

        var written = JsonSerializer.Serialize(phase, SluiceJson.Options);

        written.ShouldBe("""{"phaseType":"DOWNLOAD_SOURCE","phaseStatus":"TIMED_OUT","startTime":"2026-01-01T12:00:00+00:00","endTime":"2026-01-01T12:00:01+00:00","durationInSeconds":1,"contexts":[]}""");
        var read = JsonSerializer.Deserialize<PhaseRecord>(written, SluiceJson.Options)!;
        (read.PhaseType, read.PhaseStatus).ShouldBe((PhaseType.DownloadSource, BuildStatus.TimedOut));
        string.Join(' ', Enum.GetValues<PhaseType>().Select(type => type.WireName()))
            .ShouldBe("SUBMITTED QUEUED PROVISIONING DOWNLOAD_SOURCE INSTALL PRE_BUILD BUILD POST_BUILD UPLOAD_ARTIFACTS FINALIZING COMPLETED");
    }

    [Theory]
    [InlineData("\"phaseType\":\"PARTY\",")]
    [InlineData("\"phaseType\":3,")]
    [InlineData("")]
    public void A_phase_that_is_not_known_is_not_taken_for_another(string type) => Should.Throw<JsonException>(() => JsonSerializer.Deserialize<PhaseRecord>(
        $$"""{{{type}}"phaseStatus":"FAILED","startTime":"2026-01-01T12:00:00+00:00","endTime":"2026-01-01T12:00:01+00:00","durationInSeconds":1,"contexts":[]}""", SluiceJson.Options));
}
