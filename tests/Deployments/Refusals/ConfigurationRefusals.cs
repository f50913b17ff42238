using Sluice.World.Refusals;

namespace Sluice.Deployments.Tests.Refusals;

internal static class ConfigurationRefusals
{
    private const string Lambda = "'computePlatform':'Lambda','minimumHealthyHosts':null,'trafficRoutingConfig':";

    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("CreateDeploymentConfig", "DeploymentConfigAlreadyExistsException", "{'deploymentConfigName':'used'}", "'used' already"),
        new("CreateDeploymentConfig", "InvalidDeploymentConfigNameException", "{'deploymentConfigName':'CodeDeployDefault.New'}", "begins with 'CodeDeployDefault.', which is for predefined configurations"),
        new("CreateDeploymentConfig", "InvalidDeploymentConfigNameException", "{'deploymentConfigName':'Steps.10@5m'}", "says its steps itself"),
        new("CreateDeploymentConfig", "InvalidComputePlatformException", "{'computePlatform':'Mainframe'}", "[Server, Lambda, ECS]"),
        new("CreateDeploymentConfig", "InvalidMinimumHealthyHostValueException", "{'minimumHealthyHosts':null}", "is required for the compute platform Server"),
        new("CreateDeploymentConfig", "InvalidMinimumHealthyHostValueException", "{'minimumHealthyHosts':{'type':'FLEET_PERCENT','value':101}}", "0 to 100 was expected, not 101"),
        new("CreateDeploymentConfig", "InvalidZonalDeploymentConfigurationException", "{'zonalConfig':{'monitorDurationInSeconds':-1}}", "zonalConfig.monitorDurationInSeconds: 0 or more was expected, not -1"),
        new("CreateDeploymentConfig", "InvalidTrafficRoutingConfigurationException", $"{{{Lambda}{{'type':'Canary'}}}}", "[TimeBasedCanary, TimeBasedLinear, AllAtOnce]"),
        new("CreateDeploymentConfig", "InvalidTrafficRoutingConfigurationException", $"{{{Lambda}null}}", "trafficRoutingConfig: is required for the compute platform Lambda, or steps"),
        new("CreateDeploymentConfig", "InvalidTrafficRoutingConfigurationException", $"{{{Lambda}{{'type':'TimeBasedCanary','timeBasedCanary':{{'canaryPercentage':100,'canaryInterval':5}}}}}}", "1 to 99"),
        new("CreateDeploymentConfig", "InvalidTrafficRoutingConfigurationException", $"{{{Lambda}{{'type':'TimeBasedLinear','timeBasedLinear':{{'linearPercentage':100,'linearInterval':5}}}}}}", "1 to 99"),
        new("CreateDeploymentConfig", "InvalidTrafficRoutingConfigurationException", $"{{{Lambda}{{'type':'TimeBasedCanary','timeBasedCanary':{{'canaryPercentage':10,'canaryInterval':2881}}}}}}", "2880"),
        new("DeleteDeploymentConfig", "DeploymentConfigInUseException", "{'deploymentConfigName':'used'}", "give the group another one first"),
        new("DeleteDeploymentConfig", "InvalidOperationException", "{'deploymentConfigName':'CodeDeployDefault.AllAtOnce'}", "no configuration of a user"),
        new("GetDeploymentConfig", "DeploymentConfigDoesNotExistException", "{'deploymentConfigName':'nothing'}", "'nothing'; expected a predefined one, one of ListDeploymentConfigs, or steps in its name"),
        new("GetDeploymentConfig", "InvalidDeploymentConfigNameException", "{'deploymentConfigName':'Equal.0@1m'}", "Equal.0@1m"),
    ];
}
