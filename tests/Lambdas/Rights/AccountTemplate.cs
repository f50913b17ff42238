using System.Text.Json.Nodes;
using Sluice.Local.Host.Templates;

namespace Sluice.Lambdas.Tests.Rights;

/// <summary>The template as an account gets it: which role makes which calls, and what the roles may do.</summary>
internal sealed class AccountTemplate
{
    private const string Managed = "arn:aws:iam::aws:policy/service-role/";
    private const string UsersPolicies = "arn:aws:iam::123456789012:policy/";

    /// <summary>What the parameters of a sample account say. A list is its text.</summary>
    private static readonly Dictionary<string, string> Parameters = new(StringComparer.Ordinal)
    {
        ["BuildPolicies"] = $"{UsersPolicies}builds",
        ["RevisionBuckets"] = "arn:aws:s3:::users-revisions,arn:aws:s3:::users-others",
        ["RevisionKeys"] = "arn:aws:kms:us-east-1:123456789012:key/users-key,arn:aws:kms:us-east-1:123456789012:key/users-other",
        // A revision and a source are read alike; here the same buckets have both.
        ["SourceBuckets"] = "arn:aws:s3:::users-revisions,arn:aws:s3:::users-others",
        ["BucketKeys"] = "arn:aws:kms:us-east-1:123456789012:key/users-key,arn:aws:kms:us-east-1:123456789012:key/users-other",
        ["DeployBuckets"] = "arn:aws:s3:::users-site,arn:aws:s3:::users-downloads",
        ["StackRoles"] = "arn:aws:iam::123456789012:role/users-stacks,arn:aws:iam::123456789012:role/users-other-stacks",
        ["TaskRoles"] = "arn:aws:iam::123456789012:role/users-task,arn:aws:iam::123456789012:role/users-execution",
        ["NotificationTopics"] = "arn:aws:sns:us-east-1:123456789012:users-topic,arn:aws:sns:us-east-1:123456789012:users-other-topic",
        ["NotificationKeys"] = "arn:aws:kms:us-east-1:123456789012:key/topics-key,arn:aws:kms:us-east-1:123456789012:key/topics-other",
        ["BuildSubnets"] = "subnet-1,subnet-2",
        ["BuildImage"] = "image",
        ["ArmBuildImage"] = "arm-image",
        ["UseLambda"] = "true",
        ["UseCodeBuild"] = "true",
        ["BuildFunctionMemory"] = "3008",
        ["BuildFunctionSubnets"] = "subnet-3,subnet-4",
        ["BuildFunctionSecurityGroups"] = "group-1,group-2",
        ["BuildsAtOnce"] = "6",
        ["TracesEndpoint"] = "https://collector.example.com:4318",
        ["TracesHeaders"] = "key=value",
        ["PackagesOn"] = "fargate",
        ["PackageImage"] = "package-image",
        ["PackagesVpc"] = "vpc-1",
        ["PackagesSubnets"] = "subnet-5,subnet-6",
        ["PackagesHost"] = "packages.example.com",
        ["PackagesCertificate"] = "arn:aws:acm:us-east-1:123456789012:certificate/packages",
        ["PackagesZone"] = "zone",
        ["PackagesFrom"] = "0.0.0.0/0",
        ["PackageServers"] = "1",
        ["PollSchedule"] = "rate(1 minute)",
        ["LogRetentionDays"] = "365",
    };

    /// <summary>AWS's own policies, as far as the suite's roles have them.</summary>
    private static readonly Dictionary<string, Statement> ManagedPolicies = new(StringComparer.Ordinal)
    {
        [$"{Managed}AWSLambdaBasicExecutionRole"] = new(["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"], ["*"]),
        [$"{Managed}AWSLambdaSQSQueueExecutionRole"] = new(["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "logs:*"], ["*"]),
        [$"{Managed}AmazonECSTaskExecutionRolePolicy"] = new(
            ["ecr:GetAuthorizationToken", "ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage", "logs:CreateLogStream", "logs:PutLogEvents"], ["*"]),
    };

    private readonly JsonObject _resources;
    private readonly Intrinsics _intrinsics;

    public AccountTemplate()
    {
        using var text = File.OpenText(Path.Combine(AppContext.BaseDirectory, "template.yaml"));
        Document = TemplateYaml.Parse(text);
        _resources = (JsonObject)Document["Resources"]!;
        _intrinsics = new Intrinsics(_resources, Parameters);
    }

    public JsonObject Document { get; }

    /// <summary>By logical id: the resources of a type, as an account has them.</summary>
    public IEnumerable<(string Id, JsonNode Properties)> OfType(string type) => _resources
        .Where(entry => (string)entry.Value!["Type"]! == type)
        .Select(entry => (entry.Key, _intrinsics.Resolve(entry.Value!["Properties"] ?? new JsonObject())!));

    /// <summary>What the template says for all functions, and then of one.</summary>
    public JsonNode? OfFunction(JsonNode properties, string name) =>
        properties[name] ?? _intrinsics.Resolve(Document["Globals"]!["Function"]![name]);

    /// <summary>The role of a function or a machine: its own id where SAM makes one for it.</summary>
    public static string RoleOf(string id, JsonNode properties) => (string?)properties["Role"] is { } role ? Id(role) : id;

    /// <summary>What a role may do; of a function or a machine without one: of that which SAM makes for it.</summary>
    public IReadOnlyList<Statement> StatementsOf(string role)
    {
        var properties = _intrinsics.Resolve(_resources[role]!["Properties"])!;
        return (string)_resources[role]!["Type"]! switch
        {
            "AWS::IAM::Role" => [.. Inline(properties, "PolicyDocument"), .. List(properties["ManagedPolicyArns"]).SelectMany(arn => Policy((string)arn!))],
            "AWS::Serverless::Function" => [.. Inline(properties, null), .. Implied(properties)],
            _ => [.. Inline(properties, null), .. List(properties["Policies"]).OfType<JsonValue>().SelectMany(arn => Policy((string)arn!))],
        };
    }

    public static bool IsOfAws(Statement statement) => ManagedPolicies.Values.Any(one => ReferenceEquals(one, statement));

    public static string Id(string arn) => arn.Trim('{', '}');

    private IEnumerable<Statement> Policy(string arn) => ManagedPolicies.TryGetValue(arn, out var known)
        ? [known]
        : arn.StartsWith(UsersPolicies, StringComparison.Ordinal) ? []
        : List(_intrinsics.Resolve(_resources[Id(arn)]!["Properties"]!["PolicyDocument"]!["Statement"])).Select(statement => Statement.Read(statement!));

    private static IEnumerable<Statement> Inline(JsonNode properties, string? document) =>
        from policy in List(properties["Policies"]).OfType<JsonObject>()
        from statement in List((document is null ? policy : policy[document])!["Statement"])
        select Statement.Read(statement!);

    /// <summary>What SAM gives to a role that it makes.</summary>
    private static IEnumerable<Statement> Implied(JsonNode properties) =>
        ((JsonObject?)properties["Events"] ?? []).Any(entry => (string)entry.Value!["Type"]! == "SQS")
            ? [ManagedPolicies[$"{Managed}AWSLambdaBasicExecutionRole"], ManagedPolicies[$"{Managed}AWSLambdaSQSQueueExecutionRole"]]
            : [ManagedPolicies[$"{Managed}AWSLambdaBasicExecutionRole"]];

    private static JsonArray List(JsonNode? node) => node as JsonArray ?? [];
}
