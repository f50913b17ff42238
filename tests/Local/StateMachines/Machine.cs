using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.StateMachines;

/// <summary>One of the suite's machines as its file has it: every state by name, those in branches and iterations too.</summary>
internal sealed record Machine(string Name, IReadOnlyDictionary<string, JsonObject> States)
{
    public static IReadOnlyList<Machine> All() =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "statemachines"), "*.asl.json").Order(StringComparer.Ordinal).Select(Load)];

    public static Machine Parse(string name, string text) => new(name, Below((JsonObject)JsonNode.Parse(text)!).ToDictionary(StringComparer.Ordinal));

    private static Machine Load(string file) => Parse(Path.GetFileName(file).Split('.')[0], File.ReadAllText(file));

    private static IEnumerable<KeyValuePair<string, JsonObject>> Below(JsonObject graph) =>
        ((JsonObject)graph["States"]!).Select(state => KeyValuePair.Create(state.Key, (JsonObject)state.Value!))
            .SelectMany(state => Graphs(state.Value).SelectMany(Below).Prepend(state));

    private static IEnumerable<JsonObject> Graphs(JsonObject state) =>
        [.. (state["Branches"] as JsonArray ?? []).Select(branch => (JsonObject)branch!), .. state["ItemProcessor"] is JsonObject processor ? [processor] : Array.Empty<JsonObject>()];
}
