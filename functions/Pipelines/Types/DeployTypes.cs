using Sluice.Platform.Actions;
using static Sluice.Pipelines.Types.ConfigurationKey;

namespace Sluice.Pipelines.Types;

/// <summary>What brings artifacts to where they run.</summary>
internal static class DeployTypes
{
    public const string Lambda = "Lambda";

    public const string CodeDeploy = "CodeDeploy";

    public const string CodeDeployToEcs = "CodeDeployToECS";

    public const string Ecs = "ECS";

    public const string S3 = "S3";

    public const string CloudFormation = "CloudFormation";

    /// <summary>CodePipeline gives a deployment 5 days.</summary>
    private static readonly TimeSpan LongestDeployment = TimeSpan.FromDays(5);

    private static readonly CountRange One = new(1, 1);

    private static readonly string[] OfDeployment = ["DeploymentId"];

    private static readonly string[] CannedAcls =
    [
        "private", "public-read", "public-read-write", "authenticated-read", "aws-exec-read", "bucket-owner-read", "bucket-owner-full-control", "log-delivery-write",
    ];

    public static IReadOnlyList<ActionKind> All { get; } =
    [
        Deploy(Lambda) with { TakesOtherKeys = true, Service = ActionService.Deployment, Timeout = LongestDeployment, Variables = OfDeployment },
        Deploy(CodeDeploy, Needed("ApplicationName"), Needed("DeploymentGroupName")) with { Service = ActionService.Deployment, Timeout = LongestDeployment, Variables = OfDeployment },
        Deploy(
            CodeDeployToEcs,
            [
                Needed("ApplicationName"), Needed("DeploymentGroupName"), Needed("TaskDefinitionTemplateArtifact"), new("TaskDefinitionTemplatePath"), Needed("AppSpecTemplateArtifact"), new("AppSpecTemplatePath"),
                .. Enumerable.Range(1, 4).SelectMany(number => new ConfigurationKey[] { new($"Image{number}ArtifactName"), new($"Image{number}ContainerName") }),
            ]) with { Inputs = new(1, 5), Service = ActionService.Deployment, Timeout = LongestDeployment, Variables = OfDeployment },
        Deploy(Ecs, Needed("ClusterName"), Needed("ServiceName"), new("FileName"), new("DeploymentTimeout")) with { Variables = [] },
        Deploy(S3, Needed("BucketName"), new("Extract", Required: true) { OneOf = ["true", "false"] }, new("ObjectKey"), new("KMSEncryptionKeyARN"), Choice("CannedACL", CannedAcls), new("CacheControl")) with { Timeout = TimeSpan.FromMinutes(90), Variables = [] },
        Deploy(
            CloudFormation,
            new("ActionMode", Required: true) { OneOf = ["CREATE_UPDATE", "DELETE_ONLY", "REPLACE_ON_FAILURE", "CHANGE_SET_REPLACE", "CHANGE_SET_EXECUTE"] },
            Needed("StackName"),
            new("ChangeSetName"),
            new("TemplatePath"),
            new("TemplateConfiguration"),
            new("Capabilities"),
            new("RoleArn"),
            new("ParameterOverrides"),
            new("OutputFileName")) with { Inputs = new(0, 10), Outputs = new(0, 1), Timeout = TimeSpan.FromDays(3) },
    ];

    private static ActionKind Deploy(string provider, params ConfigurationKey[] keys) => new(ActionCategory.Deploy, ActionOwner.AWS, provider) { Inputs = One, Keys = keys };
}
