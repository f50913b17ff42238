using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.World.Machines.Cloud;

/// <summary>One ECS service and its task sets.</summary>
internal sealed class FakeEcs
{
    private const string Prefix = "arn:aws:ecs:us-east-1:000000000000:task-set/shop/web/";
    private readonly FakeLoadBalancer _balancer;
    private readonly TimeProvider _time;

    public FakeEcs(FakeLoadBalancer balancer, TimeProvider time)
    {
        (_balancer, _time) = (balancer, time);
        TaskSets.Add(new FakeTaskSet($"{Prefix}original", FakeLoadBalancer.Group("blue")) { Status = "PRIMARY", Since = Now() });
        balancer.Targets = TargetsOf;
    }

    public List<FakeTaskSet> TaskSets { get; } = [];

    public string Controller { get; set; } = "EXTERNAL";

    public int DesiredCount { get; set; } = 2;

    /// <summary>How long new tasks take to be healthy.</summary>
    public TimeSpan Starts { get; set; }

    /// <summary>How long leaving tasks take.</summary>
    public TimeSpan Leaves { get; set; }

    public List<JsonObject> Created { get; } = [];

    /// <summary>Task definitions.</summary>
    public List<JsonObject> Registered { get; } = [];

    /// <summary>Ids and states, such as <c>original PRIMARY, 1 ACTIVE</c>.</summary>
    public string Sets => string.Join(", ", Present.Select(set => $"{set.Arn[Prefix.Length..]} {set.Status}"));

    // Its clock is not that of the machine that the suite runs on.
    private DateTimeOffset Now() => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) + _time.GetElapsedTime(0);

    private IEnumerable<FakeTaskSet> Present => TaskSets.Where(set => set.Status != "DRAINING" || !set.IsSettled(Now()));

    public JsonNode Call(string operation, JsonNode parameters)
    {
        if (operation == "registerTaskDefinition")
        {
            return Register((JsonObject)parameters);
        }

        ((string)parameters["Cluster"]!).ShouldBe("shop");
        return operation switch
        {
            "describeServices" => new JsonObject { ["Services"] = new JsonArray(Service()) },
            "describeTaskSets" => new JsonObject { ["TaskSets"] = Describe() },
            "createTaskSet" => Create((JsonObject)parameters),
            "updateServicePrimaryTaskSet" => Promote((string)parameters["PrimaryTaskSet"]!),
            "updateTaskSet" => Scale((string)parameters["TaskSet"]!, (int)parameters["Scale"]!["Value"]!),
            "deleteTaskSet" => Delete((string)parameters["TaskSet"]!, (bool)parameters["Force"]!),
            _ => throw new InvalidOperationException(operation),
        };
    }

    private JsonObject Service() => new()
    {
        ["ServiceName"] = "web",
        ["Status"] = "ACTIVE",
        ["DesiredCount"] = DesiredCount,
        ["DeploymentController"] = new JsonObject { ["Type"] = Controller },
        ["TaskSets"] = Describe(),
    };

    private JsonArray Describe() => new([.. Present.Select(set => set.ToJson(Now()))]);

    private JsonObject Register(JsonObject parameters)
    {
        Registered.Add((JsonObject)parameters.DeepClone());
        return new JsonObject { ["TaskDefinition"] = new JsonObject { ["TaskDefinitionArn"] = $"arn:aws:ecs:us-east-1:000000000000:task-definition/{parameters["Family"]}:{Registered.Count}" } };
    }

    private JsonObject Create(JsonObject parameters)
    {
        var token = (string)parameters["ClientToken"]!;
        var made = TaskSets.FirstOrDefault(set => set.ClientToken == token);
        if (made is null)
        {
            var group = (string)parameters["LoadBalancers"]![0]!["TargetGroupArn"]!;
            Check(_balancer.IsKnown(group), $"The target group with targetGroupArn {group} does not have an associated load balancer.");
            Created.Add((JsonObject)parameters.DeepClone());
            made = new FakeTaskSet($"{Prefix}{Created.Count}", group) { ClientToken = token, ExternalId = (string?)parameters["ExternalId"], Since = Now(), Takes = Starts };
            TaskSets.Add(made);
        }

        return new JsonObject { ["TaskSet"] = made.ToJson(Now()) };
    }

    private JsonObject Promote(string arn)
    {
        var promoted = Find(arn);
        foreach (var set in TaskSets.Where(set => set.Status == "PRIMARY"))
        {
            set.Status = "ACTIVE";
        }

        promoted.Status = "PRIMARY";
        return new JsonObject { ["TaskSet"] = promoted.ToJson(Now()) };
    }

    private JsonObject Scale(string arn, int percent)
    {
        var set = Find(arn);
        if (set.Desired != 2 * percent / 100)
        {
            (set.Desired, set.Since, set.Takes) = (2 * percent / 100, Now(), Leaves);
        }

        return new JsonObject();
    }

    private JsonObject Delete(string arn, bool force)
    {
        var set = Find(arn);
        Check(force || set.Status != "PRIMARY", "The primary task set cannot be deleted without force.");
        Check(force || set.Desired == 0, "The task set is not scaled down to zero.");
        (set.Status, set.Desired, set.Since, set.Takes) = ("DRAINING", 0, Now(), set.Desired == 0 ? TimeSpan.Zero : Leaves);
        return new JsonObject();
    }

    private FakeTaskSet Find(string arn) =>
        TaskSets.FirstOrDefault(set => set.Arn == arn && set.Status != "DRAINING") ?? throw new TaskFailedException("Ecs.TaskSetNotFoundException", "The specified task set wasn't found.");

    private JsonArray TargetsOf(string group)
    {
        var now = Now();
        return new([.. Present.Where(set => set.TargetGroup == group).SelectMany(set => Enumerable.Range(1, 2).Select(n => Target(set, n, now)))]);
    }

    private static JsonObject Target(FakeTaskSet set, int number, DateTimeOffset now) => new()
    {
        ["Target"] = new JsonObject { ["Id"] = $"10.0.0.{number}", ["Port"] = 80 },
        ["TargetHealth"] = set.Status == "DRAINING" ? new JsonObject { ["State"] = "draining" }
            : set.IsSettled(now) ? new JsonObject { ["State"] = "healthy" }
            : new JsonObject { ["State"] = "unhealthy", ["Reason"] = "Target.ResponseCodeMismatch", ["Description"] = "Health checks failed with these codes: [500]" },
    };

    private static void Check(bool isValid, string message)
    {
        if (!isValid)
        {
            throw new TaskFailedException("Ecs.InvalidParameterException", message);
        }
    }
}
