using System.Text.Json.Nodes;
using Sluice.Pipelines.Definitions;
using Sluice.Pipelines.Types;

namespace Sluice.Pipelines.Tests.Definitions;

public sealed class DocumentedKindsTests
{
    [Fact]
    public void The_documentation_names_every_kind_of_action_and_its_keys() =>
        DocsPage.Read("pipelines.md").Text.Split('\n').Where(line => line.Contains(" (AWS) |", StringComparison.Ordinal) || line.Contains(" (Custom) |", StringComparison.Ordinal) || line.Contains(" (ThirdParty) |", StringComparison.Ordinal))
            .ShouldBe(ActionKinds.BuiltIn.Select(Row));

    [Fact]
    public void The_documentations_trigger_is_read()
    {
        var triggers = JsonNode.Parse(DocsPage.Read("pipelines.md").Blocks("json")[1])!["triggers"]!.ToJsonString();

        PipelineDocument.Parse("p.json", Declared.With("triggers", triggers)).Triggers!.Single().GitConfiguration.Push!.Count.ShouldBe(2);
    }

    private static string Row(ActionKind kind)
    {
        var keys = kind.Keys.Select(key => key.Required ? $"**`{key.Name}`**" : $"`{key.Name}`").Concat(kind.TakesOtherKeys ? ["others are passed on"] : []).Concat(kind.TakesCommands ? ["none"] : []);
        return $"| {kind.Category} | `{kind.Provider}` ({kind.Owner}) | {string.Join(", ", keys)} |";
    }
}
