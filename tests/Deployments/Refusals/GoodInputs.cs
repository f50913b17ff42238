using System.Text.Json.Nodes;
using Sluice.Deployments.Tests.World;
using Sluice.World.Refusals;

namespace Sluice.Deployments.Tests.Refusals;

/// <summary>An input of each operation that <see cref="RefusedWorld"/> takes, so that a refusal is due to what is changed in it.</summary>
internal static class GoodInputs
{
    private const string Shop = "'applicationName':'shop'";
    private const string Live = Shop + ",'deploymentGroupName':'live'";
    private const string Bundle = "'revision':{'revisionType':'S3','s3Location':{'bucket':'objects','key':'shop.zip','bundleType':'zip'}}";
    private const string Arn = "'ResourceArn':'arn:aws:codedeploy:us-east-1:123456789012:application:shop'";
    private const string Tagging = "'instanceNames':['one'],'tags':[{'Key':'a','Value':'1'}]";

    public static InputSet All { get; } = new(new Dictionary<string, string>
    {
        ["AddTagsToOnPremisesInstances"] = Tagging,
        ["BatchGetApplicationRevisions"] = Shop + ",'revisions':[{'revisionType':'S3','s3Location':{'bucket':'objects','key':'shop.zip','bundleType':'zip'}}]",
        ["BatchGetApplications"] = "'applicationNames':['shop']",
        ["BatchGetDeploymentGroups"] = Shop + ",'deploymentGroupNames':['live']",
        ["BatchGetDeploymentInstances"] = Of(RefusedWorld.Baking) + ",'instanceIds':['fn']",
        ["BatchGetDeploymentTargets"] = Of(RefusedWorld.Baking) + ",'targetIds':['fn']",
        ["BatchGetDeployments"] = $"'deploymentIds':['{RefusedWorld.Baking}']",
        ["BatchGetOnPremisesInstances"] = "'instanceNames':['one']",
        ["ContinueDeployment"] = Of(RefusedWorld.Paused),
        ["CreateApplication"] = "'applicationName':'new','computePlatform':'Lambda'",
        ["CreateDeployment"] = Live + $",'revision':{{'revisionType':'AppSpecContent','appSpecContent':{{'content':'{RefusedWorld.AppSpec}'}}}}",
        ["CreateDeploymentConfig"] = "'deploymentConfigName':'new','minimumHealthyHosts':{'type':'HOST_COUNT','value':1}",
        ["CreateDeploymentGroup"] = $"'applicationName':'fleet','deploymentGroupName':'new','serviceRoleArn':'{ApiWorld.Role}'",
        ["DeleteApplication"] = Shop,
        ["DeleteDeploymentConfig"] = "'deploymentConfigName':'spare'",
        ["DeleteDeploymentGroup"] = Live,
        ["DeleteGitHubAccountToken"] = "'tokenName':'mine'",
        ["DeleteResourcesByExternalId"] = "'externalId':'stack'",
        ["DeregisterOnPremisesInstance"] = "'instanceName':'one'",
        ["GetApplication"] = Shop,
        ["GetApplicationRevision"] = Shop + "," + Bundle,
        ["GetDeployment"] = Of(RefusedWorld.Baking),
        ["GetDeploymentConfig"] = "'deploymentConfigName':'spare'",
        ["GetDeploymentGroup"] = Live,
        ["GetDeploymentInstance"] = Of(RefusedWorld.Baking) + ",'instanceId':'fn'",
        ["GetDeploymentTarget"] = Of(RefusedWorld.Baking) + ",'targetId':'fn'",
        ["GetOnPremisesInstance"] = "'instanceName':'one'",
        ["ListApplicationRevisions"] = Shop,
        ["ListApplications"] = "",
        ["ListDeploymentConfigs"] = "",
        ["ListDeploymentGroups"] = Shop,
        ["ListDeploymentInstances"] = Of(RefusedWorld.Baking),
        ["ListDeploymentTargets"] = Of(RefusedWorld.Baking),
        ["ListDeployments"] = Live,
        ["ListGitHubAccountTokenNames"] = "",
        ["ListOnPremisesInstances"] = "",
        ["ListTagsForResource"] = Arn,
        ["PutLifecycleEventHookExecutionStatus"] = Of(RefusedWorld.Hooked) + $",'lifecycleEventHookExecutionId':'{RefusedWorld.HookId}','status':'Succeeded'",
        ["RegisterApplicationRevision"] = Shop + "," + Bundle,
        ["RegisterOnPremisesInstance"] = "'instanceName':'new','iamUserArn':'arn:aws:iam::123456789012:user/new'",
        ["RemoveTagsFromOnPremisesInstances"] = Tagging,
        ["SkipWaitTimeForInstanceTermination"] = Of(RefusedWorld.Terminating),
        ["StopDeployment"] = Of(RefusedWorld.Created),
        ["TagResource"] = Arn + ",'Tags':[{'Key':'a','Value':'1'}]",
        ["UntagResource"] = Arn + ",'TagKeys':['a']",
        ["UpdateApplication"] = Shop + ",'newApplicationName':'new'",
        ["UpdateDeploymentGroup"] = "'applicationName':'fleet','currentDeploymentGroupName':'live'",
    });

    /// <summary>Those that are accepted. No token to GitHub can be made, so none can be deleted.</summary>
    public static IEnumerable<string> Accepted => All.Operations.Except(["DeleteGitHubAccountToken"]);

    /// <summary>The operation's good input with an edit.</summary>
    public static JsonObject Edited(string operation, string edit) => All.Edited(operation, edit);

    private static string Of(string deploymentId) => $"'deploymentId':'{deploymentId}'";
}
