using System.Text.Json;
using Sluice.Pipelines.Model;
using Sluice.Platform.Json;

namespace Sluice.Pipelines.Tests.Stages;

public sealed class ParkedRunTests
{
    [Theory]
    [InlineData("2026-01-01T00:00:00.001Z", 1, "2026-01-01T00:00:00.002Z", 0, true)]
    [InlineData("2026-01-01T00:00:00.002Z", 0, "2026-01-01T00:00:00.001Z", 5, false)]
    [InlineData("2026-01-01T00:00:00.001Z", 1, "2026-01-01T00:00:00.001Z", 2, true)]
    [InlineData("2026-01-01T00:00:00.001Z", 12, "2026-01-01T00:00:00.001Z", 2, false)]
    [InlineData("2026-01-01T00:00:00.001Z", 2, "2026-01-01T00:00:00.001Z", 2, false)]
    public void An_older_call_is_known_by_when_the_state_was_entered_and_then_by_its_delivery(string entered, int retry, string other, int otherRetry, bool older) =>
        new ParkedRun("run", 1, "a", entered, retry, 0).IsOlderThan(new ParkedRun("run", 1, "b", other, otherRetry, 0)).ShouldBe(older);

    [Fact]
    public void Is_read_as_it_is_written_and_told_without_its_token()
    {
        var parked = new ParkedRun("run", 3, "secret", "2026-01-01T00:00:00.001Z", 1, 2);
        JsonSerializer.Deserialize<ParkedRun>(JsonSerializer.Serialize(parked, SluiceJson.Options), SluiceJson.Options).ShouldBe(parked);
        parked.ToString().ShouldNotContain("secret");
    }
}
