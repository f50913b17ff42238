using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Sluice.Lambdas.Tests.Rights;

/// <summary>
/// What CloudFormation makes of the template in a sample account: a resource's ARN is <c>{LogicalId}</c>, its name (what <c>Ref</c> gives of most types) the logical id, and every
/// parameter has a value, so that every condition holds.
/// </summary>
internal sealed partial class Intrinsics(JsonObject resources, IReadOnlyDictionary<string, string> parameters)
{
    /// <summary>Of these <c>Ref</c> gives the ARN.</summary>
    private static readonly HashSet<string> NamedByArn = ["AWS::Serverless::StateMachine", "AWS::ECS::TaskDefinition", "AWS::IAM::ManagedPolicy"];

    public JsonNode? Resolve(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } one when Function(one) is { } value => value,
        JsonObject mapping => new JsonObject(mapping.Select(entry => KeyValuePair.Create(entry.Key, Resolve(entry.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Resolve)]),
        _ => node?.DeepClone(),
    };

    private JsonNode? Function(JsonObject node)
    {
        var (name, argument) = node.First();
        return name switch
        {
            "Ref" when parameters.TryGetValue((string)argument!, out var value) && value.Contains(',') => List(value),
            "Ref" => Ref((string)argument!),
            "Fn::GetAtt" => Attribute($"{argument![0]}.{argument[1]}"),
            "Fn::Sub" when argument is JsonArray pair => Substitute((string)pair[0]!, (JsonObject)Resolve(pair[1])!),
            "Fn::Sub" => Substitute((string)argument!, []),
            "Fn::Join" => string.Join((string)argument![0]!, Texts(Resolve(argument[1]))),
            "Fn::Split" => List((string)Resolve(argument![1])!),
            "Fn::If" => Resolve(argument![1]),
            _ => null,
        };
    }

    private string Substitute(string text, JsonObject names) => Placeholder().Replace(text, match => match.Groups["name"].Value switch
    {
        var name when names[name] is { } value => (string)value!,
        var name when name.Contains('.') => Attribute(name),
        var name => Ref(name),
    });

    private static string Attribute(string name) => name switch
    {
        _ when name.EndsWith(".Arn", StringComparison.Ordinal) => $"{{{name[..^4]}}}",
        _ => $"{{{name}}}",
    };

    private string Ref(string name) => name switch
    {
        "AWS::Partition" => "aws",
        "AWS::Region" => "us-east-1",
        "AWS::AccountId" => "123456789012",
        "AWS::StackName" => "sluice",
        _ when parameters.TryGetValue(name, out var value) => value,
        _ => NamedByArn.Contains((string)(resources[name] ?? throw new InvalidDataException($"There is no {name}."))["Type"]!) ? $"{{{name}}}" : name,
    };

    private static JsonArray List(string text) => [.. text.Split(',')];

    private static IEnumerable<string> Texts(JsonNode? node) => node is JsonArray list ? list.Select(one => (string)one!) : [(string)node!];

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z0-9:.]+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
