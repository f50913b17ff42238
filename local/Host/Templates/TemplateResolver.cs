using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Sluice.Local.Host.Templates;

/// <summary>
/// What the template's intrinsic functions give on one machine: a function's ARN, a machine's ARN, and for anything else its logical id, by which
/// the stand-in knows it.
/// </summary>
internal sealed partial class TemplateResolver(JsonObject resources)
{
    public JsonNode? Resolve(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } intrinsic when Intrinsic(intrinsic) is { } value => value,
        JsonObject mapping => new JsonObject(mapping.Select(entry => KeyValuePair.Create(entry.Key, Resolve(entry.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Resolve)]),
        _ => node?.DeepClone(),
    };

    private JsonValue? Intrinsic(JsonObject node)
    {
        var (name, argument) = node.First();
        return name switch
        {
            "Ref" => JsonValue.Create(NameOf((string)argument!)),
            "Fn::GetAtt" => JsonValue.Create(NameOf((string)argument![0]!)),
            "Fn::Sub" => JsonValue.Create(Placeholder().Replace((string)argument!, match => NameOf(match.Groups["name"].Value))),
            "Fn::Join" => JsonValue.Create(Join((JsonArray)argument!)),
            _ => null,
        };
    }

    private string Join(JsonArray argument) => Resolve(argument[1]) switch
    {
        JsonArray parts => string.Join((string)argument[0]!, parts.Select(part => part?.ToString())),
        var scalar => scalar?.ToString() ?? "",
    };

    private string NameOf(string logicalId) => logicalId switch
    {
        "AWS::Region" => LocalAws.Region,
        "AWS::AccountId" => LocalAws.AccountId,
        "AWS::Partition" => "aws",
        "AWS::StackName" => LocalAws.SuiteBus,
        _ => (string?)resources[logicalId]?["Type"] switch
        {
            "AWS::Serverless::Function" => LocalAws.FunctionArn(logicalId),
            "AWS::Serverless::StateMachine" => LocalAws.StateMachineArn(SuiteTemplate.MachineName(resources[logicalId]!)),
            "AWS::IAM::Role" => LocalAws.RoleArn(logicalId),
            _ => logicalId,
        },
    };

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z0-9:]+)[^}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
