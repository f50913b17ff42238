namespace Sluice.Platform.Access;

/// <summary>Which role may do which operation. Services' operations are told apart by their verbs, so that a rule holds for those to come.</summary>
public static class Roles
{
    /// <summary>Everything.</summary>
    public const string Admin = "admin";

    /// <summary>Reads, and starts and steers deployments, builds and runs of what is defined.</summary>
    public const string Deployer = "deployer";

    /// <summary>Reads, what is secret too, and stores what a build makes: objects, logs, metrics, packages, revisions; tells events, topics and queues. Builds on one machine hold it.</summary>
    public const string Builder = "builder";

    /// <summary>Reads, and lets what waits for a person go on.</summary>
    public const string Approver = "approver";

    /// <summary>Reads, and publishes packages.</summary>
    public const string Publisher = "publisher";

    /// <summary>Reads.</summary>
    public const string Reader = "reader";

    /// <summary>From the most to the least.</summary>
    public static IReadOnlyList<string> All { get; } = [Admin, Deployer, Builder, Approver, Publisher, Reader];

    private static readonly string[] Reads = ["*:Get*", "*:List*", "*:BatchGet*", "*:Describe*", "s3:Head*", "logs:FilterLogEvents", "logs:TestMetricFilter", "codecommit:GitPull", "codeartifact:ReadFromRepository", "codeartifact:SearchPackages", "events:TestEventPattern"];

    /// <summary>These read what only a worker of ours may have, credentials of jobs, or what is secret.</summary>
    private static readonly string[] AdminReads =
    [
        "codepipeline:GetJobDetails", "codepipeline:GetThirdPartyJobDetails", "secretsmanager:GetSecretValue", "secretsmanager:BatchGetSecretValue",
    ];

    /// <summary>What is secret, and builds and job workers are given.</summary>
    private static readonly string[] SecretReads = ["kms:Decrypt", "secretsmanager:GetSecretValue", "secretsmanager:BatchGetSecretValue", "codepipeline:GetJobDetails", "codepipeline:GetThirdPartyJobDetails"];

    private static readonly string[] ObjectWrites =
    [
        "s3:PutObject*", "s3:CopyObject", "s3:DeleteObject*", "s3:CreateMultipartUpload", "s3:UploadPart*", "s3:CompleteMultipartUpload", "s3:AbortMultipartUpload",
    ];

    /// <summary>What is told and taken: events, topics and queues that are there.</summary>
    private static readonly string[] Messages =
    [
        "events:PutEvents", "sns:Publish*", "sqs:SendMessage*", "sqs:ReceiveMessage", "sqs:DeleteMessage*", "sqs:ChangeMessageVisibility*",
    ];

    private static readonly Dictionary<string, string[]> More = new(StringComparer.Ordinal)
    {
        [Deployer] =
        [
            "codedeploy:CreateDeployment", "codedeploy:StopDeployment", "codedeploy:ContinueDeployment", "codedeploy:SkipWaitTimeForInstanceTermination",
            "codedeploy:RegisterApplicationRevision",
            "codepipeline:StartPipelineExecution", "codepipeline:StopPipelineExecution", "codepipeline:RetryStageExecution", "codepipeline:RollbackStage",
            "codecommit:GitPush", "codecommit:CreateBranch", "codecommit:DeleteBranch", "codecommit:PutFile",
            "codebuild:StartBuild*", "codebuild:StopBuild*", "codebuild:RetryBuild*", "codebuild:StartSandbox*", "codebuild:StopSandbox", "codebuild:StartCommandExecution",
            "lambda:Invoke*", "lambda:UpdateFunctionCode", "lambda:PublishVersion", "ecs:RegisterTaskDefinition", "cloudwatch:PutMetricData",
            .. ObjectWrites, .. Messages,
        ],
        [Builder] =
        [
            .. ObjectWrites, .. Messages, "logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents", "cloudwatch:PutMetricData", "codedeploy:RegisterApplicationRevision", "codeartifact:Publish*", "codeartifact:PutPackageMetadata", "codecommit:GitPush",
            "codepipeline:PollFor*", "codepipeline:Acknowledge*", "codepipeline:PutThirdPartyJob*",
        ],
        [Approver] = ["codedeploy:ContinueDeployment", "codepipeline:PutApprovalResult"],
        [Publisher] = ["codeartifact:Publish*", "codeartifact:CopyPackageVersions", "codeartifact:PutPackageMetadata", "codeartifact:UpdatePackageVersionsStatus"],
        [Reader] = [],
    };

    /// <summary>Whether a role may do an action such as <c>codedeploy:CreateApplication</c>.</summary>
    public static bool Allow(string role, string action) =>
        role == Admin
        || (role == Builder && SecretReads.Contains(action, StringComparer.Ordinal))
        || (More.TryGetValue(role, out var more) && !AdminReads.Contains(action, StringComparer.Ordinal) && (Reads.Any(rule => Fits(rule, action)) || more.Any(rule => Fits(rule, action))));

    private static bool Fits(string rule, string action)
    {
        var (ruleColon, colon) = (rule.IndexOf(':', StringComparison.Ordinal), action.IndexOf(':', StringComparison.Ordinal));
        return (rule[..ruleColon] == "*" || rule.AsSpan(0, ruleColon).SequenceEqual(action.AsSpan(0, colon)))
            && Matches(rule.AsSpan(ruleColon + 1), action.AsSpan(colon + 1));
    }

    private static bool Matches(ReadOnlySpan<char> rule, ReadOnlySpan<char> operation) =>
        rule.EndsWith('*') ? operation.StartsWith(rule[..^1], StringComparison.Ordinal) : operation.SequenceEqual(rule);
}
