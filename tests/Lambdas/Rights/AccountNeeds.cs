using System.Reflection;
using System.Text.Json.Nodes;
using Amazon.Lambda.Annotations;

namespace Sluice.Lambdas.Tests.Rights;

/// <summary>What each role needs for the calls that are made with it: by functions, machines, the outbox's pipe and builds.</summary>
internal static class AccountNeeds
{
    private const string PackageServer = "PackageServerTask";
    private const string Logs = "arn:aws:logs:us-east-1:123456789012:log-group:sluice:log-stream:one";

    /// <summary>The API of a service carries out that service's operations alone, though all of them stand behind one interface.</summary>
    private static readonly Dictionary<string, string> ServiceOfApi = new(StringComparer.Ordinal) { ["CodeDeployApi"] = "Sluice.Deployments", ["CodeBuildApi"] = "Sluice.Builds", ["CodePipelineApi"] = "Sluice.Pipelines", ["CodeConnectionsApi"] = "Sluice.Connections", ["CodeArtifactApi"] = "Sluice.Packages" };

    private static readonly string[] Services = ["Sluice.Pipelines", "Sluice.Builds", "Sluice.Deployments", "Sluice.Connections", "Sluice.Packages"];

    /// <summary>The build's program writes its log by a client of its own, which the call graph does not see.</summary>
    private static readonly Right[] OwnLog =
    [
        .. new[] { "CreateLogGroup", "CreateLogStream", "PutLogEvents" }.Select(action => new Right($"logs:{action}", "arn:aws:logs:us-east-1:123456789012:log-group:/aws/codebuild/web:log-stream:one", "the build's program")),
    ];

    public static Dictionary<string, IReadOnlyList<Right>> Of(AccountTemplate template) =>
        OfFunctions(template).Concat(OfMachines(template)).Concat(OfPipes(template)).Concat(OfBuilds(template)).Concat(OfPackageServer(template))
            // What functions run under that users deploy is the users' to say.
            .Append(("DeployedFunctionRole", Logging("a user's function")))
            .GroupBy(one => one.Item1, one => one.Item2, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, IReadOnlyList<Right> (group) => [.. group.SelectMany(rights => rights)], StringComparer.Ordinal);

    private static IEnumerable<(string Role, IEnumerable<Right> Rights)> OfFunctions(AccountTemplate template)
    {
        var whole = new CallGraph(typeof(Startup).Assembly);
        var entries = typeof(Startup).Assembly.GetExportedTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.IsDefined(typeof(LambdaFunctionAttribute), inherit: false)).ToDictionary(method => method.Name, StringComparer.Ordinal);
        foreach (var (id, properties) in template.OfType("AWS::Serverless::Function"))
        {
            var machines = Variables(properties).Where(entry => entry.Key.StartsWith("STATE_MACHINE_", StringComparison.Ordinal)).Select(entry => (string)entry.Value!).ToList();
            var handler = (string)properties["Environment"]!["Variables"]!["ANNOTATIONS_HANDLER"]!;
            var graph = ServiceOfApi.TryGetValue(handler, out var service) ? new CallGraph(typeof(Startup).Assembly, [.. Services.Where(other => other != service)]) : whole;
            var calls = graph.From(entries[handler]);
            var rights = calls.SelectMany(call => SdkRights.Of(call, machines).Select(right => right with { For = $"{id}: {call}" }));
            yield return (AccountTemplate.RoleOf(id, properties), rights.Concat(Logging(id)).Concat(Polling(id, properties)).Concat(Pulling(id, handler)).Concat(Deploying(id, handler)).ToList());
        }
    }

    /// <summary>CodeCommit's git is asked by no client of AWS's.</summary>
    private static IEnumerable<Right> Pulling(string id, string handler) => handler == "PollSources" ? [new Right("codecommit:GitPull", "*", id)] : [];

    /// <summary>An action puts objects into buckets of the users' own, as they say who may read them and what seals them.</summary>
    private static IEnumerable<Right> Deploying(string id, string handler) => handler != "AdvanceAction" ? [] :
    [
        .. new[] { "users-site", "users-downloads" }.SelectMany(bucket => new[] { new Right("s3:PutObject", $"arn:aws:s3:::{bucket}/index.html", id), new Right("s3:PutObjectAcl", $"arn:aws:s3:::{bucket}/index.html", id) }),
        .. new[] { "users-key", "users-other" }.Select(key => new Right("kms:GenerateDataKey", $"arn:aws:kms:us-east-1:123456789012:key/{key}", id)),
    ];

    private static IEnumerable<(string Role, IEnumerable<Right> Rights)> OfMachines(AccountTemplate template) =>
        from machine in template.OfType("AWS::Serverless::StateMachine")
        select (machine.Id, new MachineRights(template).Of(Definition(machine.Properties)).Concat(MachineRights.OfLogging()));

    private static IEnumerable<(string Role, IEnumerable<Right> Rights)> OfPipes(AccountTemplate template)
    {
        foreach (var (id, pipe) in template.OfType("AWS::Pipes::Pipe"))
        {
            var source = (string)pipe["Source"]!;
            string[] reading = ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"];
            yield return (AccountTemplate.Id((string)pipe["RoleArn"]!),
            [
                .. reading.Select(action => new Right($"dynamodb:{action}", source, id)),
                new Right("lambda:InvokeFunction", (string)pipe["Enrichment"]!, id),
                new Right("events:PutEvents", (string)pipe["Target"]!, id),
                new Right("sqs:SendMessage", (string)pipe["SourceParameters"]!["DynamoDBStreamParameters"]!["DeadLetterConfig"]!["Arn"]!, id),
            ]);
        }
    }

    /// <summary>ECS fetches the image and logs with one role, and the build's program has the other. Lambda and CodeBuild do their part with the program's own.</summary>
    private static IEnumerable<(string Role, IEnumerable<Right> Rights)> OfBuilds(AccountTemplate template)
    {
        var program = Assembly.Load("Sluice.BuildRunner");
        var entry = program.GetType("Sluice.BuildRunner.RunnerProgram", throwOnError: true)!.GetMethod("RunAsync", BindingFlags.Public | BindingFlags.Instance)!;
        Right[] building = [.. OwnLog, .. new CallGraph(program).From(entry).SelectMany(call => SdkRights.Of(call, []).Select(right => right with { For = $"the build's program: {call}" }))];
        foreach (var (id, task) in template.OfType("AWS::ECS::TaskDefinition").Where(task => task.Id != PackageServer))
        {
            yield return (AccountTemplate.Id((string)task["ExecutionRoleArn"]!), Logging(id).Concat(Fetching(id)));
            yield return (AccountTemplate.Id((string)task["TaskRoleArn"]!), building.Concat(LettingIn(id)));
        }

        foreach (var (id, function) in template.OfType("AWS::Lambda::Function"))
        {
            yield return (AccountTemplate.Id((string)function["Role"]!), [.. building, .. LoggingTo("{BuildLogs}", id), .. Networking(id)]);
        }

        foreach (var (id, project) in template.OfType("AWS::CodeBuild::Project"))
        {
            yield return (AccountTemplate.Id((string)project["ServiceRole"]!), [.. building, .. LoggingTo("{BuildLogs}", id), .. Fetching(id), .. ReadingSource(id, (string)project["Source"]!["Location"]!)]);
        }
    }

    private static IEnumerable<(string Role, IEnumerable<Right> Rights)> OfPackageServer(AccountTemplate template)
    {
        var program = Assembly.Load("Sluice.PackageServer");
        var entry = program.GetType("Sluice.PackageServer.PackageWeb", throwOnError: true)!.GetMethod("AnswerAsync", BindingFlags.NonPublic | BindingFlags.Static)!;
        var task = template.OfType("AWS::ECS::TaskDefinition").Single(task => task.Id == PackageServer).Properties;
        yield return (AccountTemplate.Id((string)task["ExecutionRoleArn"]!), Logging(PackageServer).Concat(Fetching(PackageServer)));
        yield return (AccountTemplate.Id((string)task["TaskRoleArn"]!), [.. new CallGraph(program).From(entry).SelectMany(call => SdkRights.Of(call, []).Select(right => right with { For = $"the server of packages: {call}" }))]);
    }

    /// <summary>ECS Exec brings somebody in with the task's own role.</summary>
    private static IEnumerable<Right> LettingIn(string id) =>
        new[] { "CreateControlChannel", "CreateDataChannel", "OpenControlChannel", "OpenDataChannel" }.Select(action => new Right($"ssmmessages:{action}", "*", id));

    private static IEnumerable<Right> Fetching(string id) =>
        new[] { "ecr:GetAuthorizationToken", "ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage" }.Select(action => new Right(action, "*", id));

    /// <summary>Lambda makes a function's network interfaces with the function's role.</summary>
    private static IEnumerable<Right> Networking(string id) =>
        new[] { "CreateNetworkInterface", "DescribeNetworkInterfaces", "DescribeSubnets", "DeleteNetworkInterface", "AssignPrivateIpAddresses", "UnassignPrivateIpAddresses" }
            .Select(action => new Right($"ec2:{action}", "*", id));

    /// <summary>CodeBuild reads a source in S3 with the project's role.</summary>
    private static IEnumerable<Right> ReadingSource(string id, string location)
    {
        var bucket = $"{{{location[..location.IndexOf('/')]}}}";
        return
        [
            new Right("s3:GetObject", $"{bucket}{location[location.IndexOf('/')..]}", id), new Right("s3:GetObjectVersion", $"{bucket}{location[location.IndexOf('/')..]}", id),
            new Right("s3:GetBucketAcl", bucket, id), new Right("s3:GetBucketLocation", bucket, id),
        ];
    }

    private static JsonNode Definition(JsonNode machine)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, (string)machine["DefinitionUri"]!));
        foreach (var (name, value) in (JsonObject?)machine["DefinitionSubstitutions"] ?? [])
        {
            text = text.Replace($"${{{name}}}", (string)value!, StringComparison.Ordinal);
        }

        return JsonNode.Parse(text)!;
    }

    private static IEnumerable<Right> Logging(string who) => LoggingTo(Logs, who);

    private static IEnumerable<Right> LoggingTo(string group, string who) => [new Right("logs:CreateLogStream", group, who), new Right("logs:PutLogEvents", group, who)];

    /// <summary>Lambda reads a queue with the rights of the function that it calls.</summary>
    private static IEnumerable<Right> Polling(string id, JsonNode properties) =>
        from entry in (JsonObject?)properties["Events"] ?? []
        where (string)entry.Value!["Type"]! == "SQS"
        from action in new[] { "ReceiveMessage", "DeleteMessage", "GetQueueAttributes" }
        select new Right($"sqs:{action}", (string)entry.Value!["Properties"]!["Queue"]!, $"{id} reads its queue");

    private static JsonObject Variables(JsonNode properties) => (JsonObject)properties["Environment"]!["Variables"]!;
}
