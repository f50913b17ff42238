using Sluice.Platform.Api;

namespace Sluice.Builds.ControlPlane.Projects.Rules;

/// <summary>What a project must keep to beyond the model; also what a build makes of it with its own settings.</summary>
internal static class ProjectRules
{
    /// <summary>All that is wrong with a project as a whole.</summary>
    public static RequestFaults Faults(Project project)
    {
        var faults = new RequestFaults();
        SourceRules.Check(faults, project.Source!, project.SecondarySources ?? [], project.SecondarySourceVersions ?? []);
        ArtifactRules.Check(faults, project);
        EnvironmentRules.Check(faults, project.Environment!);
        StorageRules.Check(faults, project.Cache, project.LogsConfig);
        SettingRules.Check(faults, project);
        faults.Add(InvalidInput.Code, TagFaults.Of(project.Tags ?? []));
        return faults;
    }
}
