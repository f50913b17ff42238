namespace Sluice.Pipelines.Sources;

/// <summary>Finds out whether git can read a folder. A host that has git gives one.</summary>
public interface IFolderProbe
{
    /// <summary>False if git refuses; its files may be readable all the same.</summary>
    Task<bool> CanReadAsync(string folder, CancellationToken cancellationToken);
}
