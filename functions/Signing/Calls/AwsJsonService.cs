namespace Sluice.Signing.Calls;

/// <summary>A service that speaks AWS's JSON protocol.</summary>
/// <param name="Target">What stands before an operation's name in <c>X-Amz-Target</c>.</param>
/// <param name="SigningName">Its name in signatures.</param>
/// <param name="Host">The first part of its host.</param>
/// <param name="EndpointName">Its name in <c>AWS_ENDPOINT_URL_…</c>.</param>
/// <param name="Version">The protocol's.</param>
public sealed record AwsJsonService(string Target, string SigningName, string Host, string EndpointName, string Version = "1.1")
{
    /// <summary>Parameters of Systems Manager.</summary>
    public static readonly AwsJsonService SystemsManager = new("AmazonSSM", "ssm", "ssm", "SSM");

    /// <summary>Secrets Manager.</summary>
    public static readonly AwsJsonService SecretsManager = new("secretsmanager", "secretsmanager", "secretsmanager", "SECRETS_MANAGER");

    /// <summary>CloudWatch Logs.</summary>
    public static readonly AwsJsonService Logs = new("Logs_20140328", "logs", "logs", "CLOUDWATCH_LOGS");

    /// <summary>CodeBuild.</summary>
    public static readonly AwsJsonService CodeBuild = new("CodeBuild_20161006", "codebuild", "codebuild", "CODEBUILD");

    /// <summary>CodeConnections.</summary>
    public static readonly AwsJsonService CodeConnections = new("com.amazonaws.codeconnections.CodeConnections_20231201", "codeconnections", "codeconnections", "CODECONNECTIONS", "1.0");

    /// <summary>Step Functions.</summary>
    public static readonly AwsJsonService StepFunctions = new("AWSStepFunctions", "states", "states", "SFN", "1.0");

    /// <summary>Elastic Container Service.</summary>
    public static readonly AwsJsonService ContainerService = new("AmazonEC2ContainerServiceV20141113", "ecs", "ecs", "ECS");
}
