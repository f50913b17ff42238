using System.Text.Json;
using Sluice.Platform.Actions;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.Platform.Tests.Actions;

/// <summary>The pipeline's machine reads it by path, and another version of the suite may have written it.</summary>
public sealed class ActionResultTests
{
    [Fact]
    public void It_is_written_in_the_words_that_the_machine_reads() => JsonSerializer.Serialize(
            new ActionResult(ActionStatus.Failed, "d-1", ActionOutcome.RolledBack, "an alarm", new Dictionary<string, ObjectRef>(StringComparer.Ordinal), ActionErrors.Source), SluiceJson.Options)
        .ShouldBe($$"""{"status":"Failed","externalExecutionId":"d-1","outcome":"RolledBack","message":"an alarm","outputArtifacts":{},"errorCode":"{{ActionErrors.Source}}"}""");

    [Theory]
    [InlineData("\"status\":\"Perhaps\",")]
    [InlineData("\"status\":0,")]
    [InlineData("\"status\":\"Failed\",\"outcome\":\"Vanished\",")]
    [InlineData("")]
    public void A_word_that_is_not_known_is_no_success(string words) => Should.Throw<JsonException>(
        () => JsonSerializer.Deserialize<ActionResult>($$"""{{{words}}"externalExecutionId":"d-1","outputArtifacts":{ } }""", SluiceJson.Options));
}
