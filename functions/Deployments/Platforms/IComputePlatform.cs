using Sluice.Deployments.AppSpecs;
using Sluice.Deployments.Strategies;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Platforms;

/// <summary>What users' applications, groups, configurations and requests must keep to on one platform. How its deployments go is told elsewhere (<c>IShiftPlatform</c>).</summary>
internal interface IComputePlatform
{
    /// <summary>CodeDeploy's name of it.</summary>
    ComputePlatform Name { get; }

    /// <summary>What an appspec for it is of; null where no traffic is shifted.</summary>
    IAppSpecResource? Resource { get; }

    /// <summary>CodeDeploy's own configurations for it, in its order. Their ids are given by all platforms' order.</summary>
    IReadOnlyList<DeploymentConfiguration> Configurations { get; }

    /// <summary>The name of the configuration that a group has which names none.</summary>
    string DefaultConfiguration { get; }

    /// <summary>Whether a request may choose instances of a group.</summary>
    bool HasInstances => false;

    /// <summary>Whether a group or a deployment of it may have a configuration.</summary>
    bool Takes(DeploymentConfiguration configuration) => configuration.ComputePlatform is { } own ? own == Name : Resource is not null;

    /// <summary>A group's settings with what it has where nothing is said.</summary>
    GroupSettings WithDefaults(GroupSettings settings) => settings;

    /// <summary>Notes what is wrong with a user's configuration.</summary>
    void Check(DeploymentConfiguration configuration, RequestFaults faults);

    /// <summary>Notes what is wrong with a group's style, targets, load balancers and waits.</summary>
    void Check(DeploymentGroup group, RequestFaults faults);

    /// <summary>Holds what a group names to what is there.</summary>
    /// <param name="before">The group as it is stored; null if it is new.</param>
    /// <param name="after">As it would be stored.</param>
    /// <param name="faults">Where what is wrong is noted.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task CheckTargetAsync(DeploymentGroup? before, DeploymentGroup after, RequestFaults faults, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What is wrong with a revision for it, beside what is wrong with any.</summary>
    IEnumerable<string> RevisionFaults(RevisionLocation revision) => [];

    /// <summary>Why nothing can be deployed to a group of it; null if something can.</summary>
    ApiException? Obstacle(string groupName) => null;
}
