using Sluice.Deployments.Analysis.Reading;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.AppSpecs;

/// <summary>A type of resource whose traffic an appspec moves. Each platform that shifts traffic registers its own.</summary>
internal interface IAppSpecResource
{
    /// <summary>CodeDeploy's name of the platform.</summary>
    string Platform { get; }

    /// <summary>What <c>Type</c> says, such as <c>AWS::Lambda::Function</c>.</summary>
    string Type { get; }

    /// <summary>Properties that only this type has: a resource with one of them is taken for it where <c>Type</c> does not tell.</summary>
    IReadOnlyList<string> OwnProperties { get; }

    /// <summary>The lifecycle events that may have a hook, in their order.</summary>
    IReadOnlyList<string> HookEvents { get; }

    /// <summary>What an analysis can name.</summary>
    AnalysisPlatform Metrics { get; }

    /// <summary>Reads the resource's properties; the result counts only if no fault was noted.</summary>
    /// <param name="properties">The properties.</param>
    /// <param name="releasesVersion">Whether there is nothing to publish, so that a version that is there must be named.</param>
    AppSpec Read(MappingReader properties, bool releasesVersion);
}
