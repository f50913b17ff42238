using System.Security.Cryptography;
using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;

namespace Sluice.Local.Cloud.Functions.Packages;

/// <summary>Packages unpacked under a folder, once for each SHA-256. A folder that is there is whole.</summary>
internal sealed class PackageStore
{
    private const string Unfinished = ".unpacking-";
    private readonly string _folder;
    private readonly IObjectStore _objects;
    private readonly IIds _ids;
    private readonly PackageLimits _limits;

    public PackageStore(string folder, IObjectStore objects, IIds ids, PackageLimits limits)
    {
        Directory.CreateDirectory(folder);
        (_folder, _objects, _ids, _limits) = (folder, objects, ids, limits);
        foreach (var left in Directory.GetDirectories(folder, Unfinished + "*"))
        {
            Directory.Delete(left, recursive: true);
        }
    }

    public string PathOf(FunctionPackage package) => Path.Combine(_folder, package.Sha256);

    /// <exception cref="ObjectNotFoundException">There is no such object.</exception>
    /// <exception cref="InvalidPackageException">It is not to be unpacked.</exception>
    public async Task<FunctionPackage> AddAsync(ObjectRef location, CancellationToken cancellationToken)
    {
        await using var zip = await _objects.OpenAsync(location, cancellationToken);
        return await AddAsync(zip, location.ToString(), cancellationToken);
    }

    /// <param name="zip">Can seek.</param>
    /// <param name="location">Where it came from, for people.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InvalidPackageException">It is not to be unpacked.</exception>
    public async Task<FunctionPackage> AddAsync(Stream zip, string location, CancellationToken cancellationToken)
    {
        var sha = Convert.ToHexStringLower(await SHA256.HashDataAsync(zip, cancellationToken));
        var package = new FunctionPackage(sha, zip.Length, location);
        if (!Directory.Exists(PathOf(package)))
        {
            zip.Position = 0;
            await UnpackAsync(zip, PathOf(package), cancellationToken);
        }

        return package;
    }

    /// <summary>Removes every package but these. None of them may be on its way in.</summary>
    /// <param name="used">SHA-256s.</param>
    public void Keep(IReadOnlySet<string> used)
    {
        foreach (var path in Directory.GetDirectories(_folder).Where(path => Path.GetFileName(path) is var name && !name.StartsWith(Unfinished, StringComparison.Ordinal) && !used.Contains(name)))
        {
            // A folder that has its name is whole.
            var leaving = Path.Combine(_folder, Unfinished + _ids.Uuid());
            Directory.Move(path, leaving);
            Directory.Delete(leaving, recursive: true);
        }
    }

    /// <summary>How the package starts under this runtime.</summary>
    /// <exception cref="InvalidPackageException">It does not fit.</exception>
    public LaunchPlan Plan(FunctionPackage package, string runtime, string? handler)
    {
        var plan = LaunchPlan.Of(runtime, handler, [.. Directory.GetFileSystemEntries(PathOf(package)).Select(path => Path.GetFileName(path))]);
        return plan.Assembly is null && EntryPoint.FaultOf(Path.Combine(PathOf(package), LaunchPlan.Bootstrap)) is { } fault ? throw new InvalidPackageException(fault) : plan;
    }

    private async Task UnpackAsync(Stream zip, string target, CancellationToken cancellationToken)
    {
        var temporary = Path.Combine(_folder, Unfinished + _ids.Uuid());
        Directory.CreateDirectory(temporary);
        try
        {
            await PackageArchive.UnpackAsync(zip, temporary, _limits, cancellationToken);
            Directory.Move(temporary, target);
        }
        catch (IOException) when (Directory.Exists(target))
        {
            // Somebody else unpacked the same bytes in the meantime.
        }
        finally
        {
            if (Directory.Exists(temporary))
            {
                Directory.Delete(temporary, recursive: true);
            }
        }
    }
}
