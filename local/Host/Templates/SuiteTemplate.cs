using System.Text.Json.Nodes;

namespace Sluice.Local.Host.Templates;

/// <summary>What one machine takes from <c>template.yaml</c>: its functions, machines, rules, queues and the outbox's pipe.</summary>
internal sealed record SuiteTemplate(
    IReadOnlyList<TemplateFunction> Functions, IReadOnlyList<TemplateMachine> Machines, IReadOnlyList<TemplateRule> Rules, IReadOnlyList<TemplateQueue> Queues,
    TemplatePipe Pipe)
{
    public static SuiteTemplate Load(string folder)
    {
        using var text = File.OpenText(Path.Combine(folder, "template.yaml"));
        return Read(TemplateYaml.Parse(text), folder);
    }

    /// <summary>Without the functions that are only there on a condition, but for those whose condition holds, and without what would start them.</summary>
    public SuiteTemplate Where(params IReadOnlyCollection<string> conditions)
    {
        var gone = Functions.Where(function => function.Condition is { } condition && !conditions.Contains(condition)).ToList();
        return this with { Functions = [.. Functions.Except(gone)], Rules = [.. Rules.Except(gone.SelectMany(function => function.Rules))] };
    }

    internal static string MachineName(JsonNode resource) =>
        Path.GetFileName((string)resource["Properties"]!["DefinitionUri"]!).Replace(".asl.json", "", StringComparison.Ordinal);

    private static SuiteTemplate Read(JsonObject template, string folder)
    {
        var resources = (JsonObject)template["Resources"]!;
        var resolver = new TemplateResolver(resources);
        var periods = (JsonObject?)template["Metadata"]?["Sluice"]?["EverySecondsOnOneMachine"] ?? [];
        var functions = OfType(resources, "AWS::Serverless::Function").Select(entry => TemplateFunction.Read(entry.Id, entry.Resource, (int?)periods[entry.Id], resolver)).ToList();
        return new SuiteTemplate(
            functions,
            [.. OfType(resources, "AWS::Serverless::StateMachine").Select(entry => TemplateMachine.Read(entry.Resource, resolver, folder))],
            [.. OfType(resources, "AWS::Events::Rule").Select(entry => TemplateRule.Read(entry.Id, entry.Resource, resolver)), .. functions.SelectMany(f => f.Rules)],
            [.. OfType(resources, "AWS::SQS::Queue").Select(entry => TemplateQueue.Read(entry.Id, entry.Resource, resolver))],
            TemplatePipe.Read(OfType(resources, "AWS::Pipes::Pipe").Single().Resource, resolver));
    }

    private static IEnumerable<(string Id, JsonNode Resource)> OfType(JsonObject resources, string type) =>
        from entry in resources where (string?)entry.Value!["Type"] == type select (entry.Key, entry.Value);
}
