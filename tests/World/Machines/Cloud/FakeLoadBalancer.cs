using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.World.Machines.Cloud;

/// <summary>Elastic Load Balancing, as far as the machine calls it: two listeners and the target groups blue and green.</summary>
internal sealed class FakeLoadBalancer
{
    public const string Production = "arn:aws:elasticloadbalancing:us-east-1:000000000000:listener/app/web/1/prod";
    public const string Test = "arn:aws:elasticloadbalancing:us-east-1:000000000000:listener/app/web/1/test";

    public Dictionary<string, JsonArray> Listeners { get; } = new()
    {
        [Production] = Forward((Group("blue"), 1)),
        [Test] = Forward((Group("blue"), 1)),
    };

    public List<string> Groups { get; } = ["blue", "green"];

    /// <summary>All changes of listeners, in order.</summary>
    public List<string> Changes { get; } = [];

    /// <summary>The targets of a group, as DescribeTargetHealth tells them.</summary>
    public Func<string, JsonArray> Targets { get; set; } = _ => [];

    public static string Group(string name) => $"arn:aws:elasticloadbalancing:us-east-1:000000000000:targetgroup/{name}/0";

    public static JsonArray Forward(params (string Group, int Weight)[] groups) => new(new JsonObject
    {
        ["Type"] = "forward",
        ["Order"] = 1,
        ["ForwardConfig"] = new JsonObject
        {
            ["TargetGroups"] = new JsonArray([.. groups.Select(group => new JsonObject { ["TargetGroupArn"] = group.Group, ["Weight"] = group.Weight })]),
            ["TargetGroupStickinessConfig"] = new JsonObject { ["Enabled"] = false },
        },
    });

    /// <summary>Weights by name, such as <c>blue 900 green 100</c>.</summary>
    public string Weights(string listener) => string.Join(' ', ForwardedTo(listener)
        .Select(group => $"{((string)group!["TargetGroupArn"]!).Split('/')[1]} {(int)group["Weight"]!}").Order(StringComparer.Ordinal));

    public bool IsKnown(string group) => Listeners.Keys.Any(listener => ForwardedTo(listener).Any(forwarded => (string)forwarded!["TargetGroupArn"]! == group));

    public JsonNode Call(string operation, JsonNode parameters) => operation switch
    {
        "describeListeners" => new JsonObject { ["Listeners"] = new JsonArray([.. ((JsonArray)parameters["ListenerArns"]!).Select(arn => Describe((string)arn!))]) },
        "describeTargetGroups" => new JsonObject { ["TargetGroups"] = new JsonArray([.. ((JsonArray)parameters["Names"]!).Select(name => DescribeGroup((string)name!))]) },
        "describeTargetHealth" => new JsonObject { ["TargetHealthDescriptions"] = Targets((string)parameters["TargetGroupArn"]!) },
        "modifyListener" => Modify((string)parameters["ListenerArn"]!, (JsonArray)parameters["DefaultActions"]!),
        _ => throw new InvalidOperationException(operation),
    };

    private JsonArray ForwardedTo(string listener) => (JsonArray)Listeners[listener][0]!["ForwardConfig"]!["TargetGroups"]!;

    private JsonObject Describe(string arn) => Listeners.TryGetValue(arn, out var actions)
        ? new JsonObject { ["ListenerArn"] = arn, ["Port"] = 80, ["DefaultActions"] = actions.DeepClone() }
        : throw new TaskFailedException("ElasticLoadBalancingV2.ListenerNotFoundException", $"One or more listeners not found: {arn}");

    private JsonObject DescribeGroup(string name) => Groups.Contains(name)
        ? new JsonObject { ["TargetGroupArn"] = Group(name), ["TargetGroupName"] = name }
        : throw new TaskFailedException("ElasticLoadBalancingV2.TargetGroupNotFoundException", $"One or more target groups not found: {name}");

    private JsonObject Modify(string arn, JsonArray actions)
    {
        Listeners[arn] = (JsonArray)actions.DeepClone();
        // Not ShouldAllBe: it compiles an expression, and this is asked in each call of each scenario.
        ForwardedTo(arn).Where(group => (int)group!["Weight"]! is < 0 or > 999).ShouldBeEmpty();
        Changes.Add($"{arn[(arn.LastIndexOf('/') + 1)..]}: {Weights(arn)}");
        return new JsonObject { ["Listeners"] = new JsonArray(Describe(arn)) };
    }
}
