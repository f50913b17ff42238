using System.Text.Json.Nodes;

namespace Sluice.Lambdas.Tests.Rights;

/// <summary>What the tasks of a machine need of its role, secondary rights included. A kind of task that is not listed here fails the test.</summary>
internal sealed class MachineRights(AccountTemplate template)
{
    private const string AwsSdk = "arn:aws:states:::aws-sdk:";
    private const string UsersFunction = "arn:aws:lambda:us-east-1:123456789012:function:users-own";
    private const string UsersService = "arn:aws:ecs:us-east-1:123456789012:service/users/web";
    private const string UsersListener = "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/users/1/2";
    private const string UsersAlarm = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:users-alarm";

    /// <param name="definition">The machine, with what the template puts in.</param>
    public IEnumerable<Right> Of(JsonNode definition) => Tasks(definition["States"]!).SelectMany(task => OfTask(task.Value).Select(right => right with { For = task.Key }));

    /// <summary>A machine that logs needs these of its own role, and without resources.</summary>
    public static IEnumerable<Right> OfLogging() => new[]
    {
        "CreateLogDelivery", "GetLogDelivery", "UpdateLogDelivery", "DeleteLogDelivery", "ListLogDeliveries", "PutResourcePolicy", "DescribeResourcePolicies", "DescribeLogGroups",
    }.Select(action => new Right($"logs:{action}", "*", "its logging"));

    /// <summary>All tasks, also those of Parallel and Map states.</summary>
    internal static IEnumerable<KeyValuePair<string, JsonNode>> Tasks(JsonNode states)
    {
        foreach (var (name, state) in (JsonObject)states)
        {
            JsonNode?[] inner = [.. state!["Branches"] as JsonArray ?? [], state["ItemProcessor"]];
            var own = (string)state["Type"]! == "Task" ? [KeyValuePair.Create(name, state)] : Array.Empty<KeyValuePair<string, JsonNode>>();
            foreach (var task in own.Concat(inner.Where(one => one is not null).SelectMany(one => Tasks(one!["States"]!))))
            {
                yield return task;
            }
        }
    }

    private IEnumerable<Right> OfTask(JsonNode task)
    {
        var resource = (string)task["Resource"]!;
        return resource switch
        {
            "arn:aws:states:::lambda:invoke" when Prefix(task, "FunctionName.$") is { } name => OfType("AWS::Lambda::Function", "FunctionName", name).Select(function => Need("lambda:InvokeFunction", $"{{{function.Id}}}")),
            "arn:aws:states:::lambda:invoke.waitForTaskToken" when (string?)task["Parameters"]!["FunctionName.$"] is { } chosen && chosen.StartsWith("States.ArrayGetItem(", StringComparison.Ordinal) =>
                OneOf(chosen).Select(function => Need("lambda:InvokeFunction", function)),
            "arn:aws:states:::lambda:invoke" or "arn:aws:states:::lambda:invoke.waitForTaskToken" =>
                [Need("lambda:InvokeFunction", (string?)task["Parameters"]!["FunctionName"] ?? UsersFunction)],
            "arn:aws:states:::ecs:runTask.sync" => OfType("AWS::ECS::TaskDefinition", "Family", Prefix(task, "TaskDefinition.$")!).SelectMany(definition => RunTask(definition.Properties)),
            "arn:aws:states:::codebuild:startBuild.sync" => StartBuild((string)task["Parameters"]!["ProjectName"]!),
            _ when resource.StartsWith(AwsSdk, StringComparison.Ordinal) => OfSdk(resource[AwsSdk.Length..], task),
            _ => throw Unknown(resource),
        };
    }

    private static IEnumerable<Right> OfSdk(string call, JsonNode task) => call switch
    {
        "lambda:createFunction" => [Need("lambda:CreateFunction", UsersFunction), .. Package, Need("iam:PassRole", (string)task["Parameters"]!["Role"]!, "lambda.amazonaws.com")],
        "lambda:updateFunctionCode" => [Need("lambda:UpdateFunctionCode", UsersFunction), .. Package],
        _ when call.StartsWith("lambda:", StringComparison.Ordinal) => [Need(Action(call), UsersFunction)],
        // The task definition's roles are the users' own; ECS gets them.
        "ecs:createTaskSet" =>
        [
            Need("ecs:CreateTaskSet", "arn:aws:ecs:us-east-1:123456789012:task-set/users/web/*"),
            Need("iam:PassRole", "arn:aws:iam::123456789012:role/users-task", "ecs-tasks.amazonaws.com"),
            Need("iam:PassRole", "arn:aws:iam::123456789012:role/users-execution", "ecs-tasks.amazonaws.com"),
        ],
        "ecs:registerTaskDefinition" =>
        [
            Need("ecs:RegisterTaskDefinition", "arn:aws:ecs:us-east-1:123456789012:task-definition/web:*"),
            Need("iam:PassRole", "arn:aws:iam::123456789012:role/users-task", "ecs-tasks.amazonaws.com"),
            Need("iam:PassRole", "arn:aws:iam::123456789012:role/users-execution", "ecs-tasks.amazonaws.com"),
        ],
        "ecs:deleteTaskSet" or "ecs:updateTaskSet" or "ecs:describeTaskSets" => [Need(Action(call), "arn:aws:ecs:us-east-1:123456789012:task-set/users/web/ecs-svc/1")],
        "ecs:describeServices" or "ecs:updateServicePrimaryTaskSet" => [Need(Action(call), UsersService)],
        "elasticloadbalancingv2:modifyListener" => [Need("elasticloadbalancing:ModifyListener", UsersListener)],
        // These know no resources. Of CloudWatch's, composite alarms are only told to whom may read all.
        "elasticloadbalancingv2:describeListeners" or "elasticloadbalancingv2:describeTargetGroups" or "elasticloadbalancingv2:describeTargetHealth"
            or "cloudwatch:describeAlarms" or "cloudwatch:getMetricData" or "cloudwatch:putMetricData" => [Need(Action(call), "*")],
        "cloudwatch:putMetricAlarm" or "cloudwatch:deleteAlarms" => [Need(Action(call), UsersAlarm)],
        // A topic may be sealed by a key of the user's own.
        "sns:publish" =>
        [
            .. new[] { "users-topic", "users-other-topic" }.Select(topic => Need("sns:Publish", $"arn:aws:sns:us-east-1:123456789012:{topic}")),
            .. new[] { "topics-key", "topics-other" }.SelectMany(key => new[] { Need("kms:GenerateDataKey", $"arn:aws:kms:us-east-1:123456789012:key/{key}"), Need("kms:Decrypt", $"arn:aws:kms:us-east-1:123456789012:key/{key}") }),
        ],
        // A template may be a long one, which CloudFormation fetches with its caller's rights, and may use AWS's own transforms. What the stack makes is made with the role that the action names.
        _ when call.StartsWith("cloudformation:", StringComparison.Ordinal) =>
        [
            Need(Action(call), "arn:aws:cloudformation:us-east-1:123456789012:stack/users-stack/1"),
            .. call is "cloudformation:createStack" or "cloudformation:updateStack" or "cloudformation:createChangeSet"
                ? new[] { Need(Action(call), "arn:aws:cloudformation:us-east-1:aws:transform/Serverless-2016-10-31"), Need("s3:GetObject", "{Objects}/pipeline/Template/action.template") }
                : [],
            .. call is "cloudformation:createStack" or "cloudformation:updateStack" or "cloudformation:createChangeSet" or "cloudformation:deleteStack"
                ? new[] { "users-stacks", "users-other-stacks" }.Select(role => Need("iam:PassRole", $"arn:aws:iam::123456789012:role/{role}", "cloudformation.amazonaws.com"))
                : [],
        ],
        // Task definitions are named by no resource where they are described.
        "ecs:describeTaskDefinition" => [Need(Action(call), "*")],
        "ecs:updateService" => [Need(Action(call), UsersService), .. new[] { "users-task", "users-execution" }.Select(role => Need("iam:PassRole", $"arn:aws:iam::123456789012:role/{role}", "ecs-tasks.amazonaws.com"))],
        "sfn:startExecution" => [Need("states:StartExecution", "arn:aws:states:us-east-1:123456789012:stateMachine:users-own")],
        "sfn:describeExecution" or "sfn:stopExecution" => [Need(Action(call), "arn:aws:states:us-east-1:123456789012:execution:users-own:one")],
        "ecr:describeImages" => [Need(Action(call), "arn:aws:ecr:us-east-1:123456789012:repository/users-image")],
        "codeartifact:listPackageVersions" or "codeartifact:describePackageVersion" => [Need(Action(call), "arn:aws:codeartifact:us-east-1:111122223333:package/users-domain/users-repository/npm/users-scope/users-package")],
        _ => throw Unknown(call),
    };

    /// <summary>
    /// Lambda reads a package with the rights of whoever calls it. Publishing with the call is told to have the effect of <c>PublishVersion</c>, and not whether it needs its right too.
    /// </summary>
    private static Right[] Package => [Need("s3:GetObject", "{Objects}/pipeline/run/package.zip"), Need("lambda:PublishVersion", UsersFunction)];

    /// <summary>Step Functions sees to the task by a rule of its own name, and stops it; ECS gets the roles of the task's definition.</summary>
    private static IEnumerable<Right> RunTask(JsonNode task)
    {
        const string Rule = "arn:aws:events:us-east-1:123456789012:rule/StepFunctionsGetEventsForECSTaskRule";
        return
        [
            // Also by a revision that a later update of the stack makes.
            Need("ecs:RunTask", $"arn:aws:ecs:us-east-1:123456789012:task-definition/{task["Family"]}:7"),
            Need("ecs:StopTask", "arn:aws:ecs:us-east-1:123456789012:task/sluice/1"), Need("ecs:DescribeTasks", "arn:aws:ecs:us-east-1:123456789012:task/sluice/1"),
            Need("events:PutRule", Rule), Need("events:PutTargets", Rule), Need("events:DescribeRule", Rule),
            Need("iam:PassRole", (string)task["TaskRoleArn"]!, "ecs-tasks.amazonaws.com"), Need("iam:PassRole", (string)task["ExecutionRoleArn"]!, "ecs-tasks.amazonaws.com"),
        ];
    }

    /// <summary>Likewise, by a rule of another name; the role is the project's, and nobody passes it.</summary>
    private IEnumerable<Right> StartBuild(string project)
    {
        const string Rule = "arn:aws:events:us-east-1:123456789012:rule/StepFunctionsGetEventForCodeBuildStartBuildRule";
        var id = OfType("AWS::CodeBuild::Project", "Name", project).Single().Id;
        return
        [
            Need("codebuild:StartBuild", $"{{{id}}}"), Need("codebuild:StopBuild", $"{{{id}}}"), Need("codebuild:BatchGetBuilds", $"{{{id}}}"),
            Need("events:PutRule", Rule), Need("events:PutTargets", Rule), Need("events:DescribeRule", Rule),
        ];
    }

    /// <summary>What a name that is put together begins with: <c>States.Format('name{}', …)</c>; null if it is found otherwise.</summary>
    private static string? Prefix(JsonNode task, string parameter) =>
        (string?)task["Parameters"]![parameter] is { } text && text.StartsWith("States.Format('", StringComparison.Ordinal) ? text["States.Format('".Length..text.IndexOf('{')] : null;

    /// <summary>What a name is chosen from: <c>States.ArrayGetItem(States.Array('one', 'other'), …)</c>.</summary>
    private static IEnumerable<string> OneOf(string chosen) => chosen.Split('\'').Where((_, place) => place % 2 == 1);

    private IEnumerable<(string Id, JsonNode Properties)> OfType(string type, string name, string prefix) =>
        template.OfType(type).Where(one => ((string)one.Properties[name]!).StartsWith(prefix, StringComparison.Ordinal));

    private static string Action(string call) => call.Split(':') switch
    {
        ["sfn", var name] => $"states:{Pascal(name)}",
        ["elasticloadbalancingv2", var name] => $"elasticloadbalancing:{Pascal(name)}",
        [var service, var name] => $"{service}:{Pascal(name)}",
        _ => throw Unknown(call),
    };

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static Right Need(string action, string resource, string? passedTo = null) => new(action, resource, "", passedTo);

    private static InvalidDataException Unknown(string call) => new($"It is not known what {call} needs. Add it here, with what else AWS asks of its caller.");
}
