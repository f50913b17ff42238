using System.Security.Cryptography;
using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;

namespace Sluice.Local.Cloud.Functions.Packages;

/// <summary>Packages unpacked under a folder, once for each SHA-256. A folder that is there is whole.</summary>
internal sealed class PackageStore
{
    private const string Unfinished = ".unpacking-";
    private const string Uploads = "function-uploads";
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

    /// <summary>Stores a package that came with its request, by its SHA-256.</summary>
    public async Task<ObjectRef> UploadAsync(byte[] zip, CancellationToken cancellationToken)
    {
        var target = new ObjectRef(Uploads, Convert.ToHexStringLower(SHA256.HashData(zip)) + ".zip");
        using var content = new MemoryStream(zip, writable: false);
        await _objects.PutAsync(target, content, cancellationToken);
        return target;
    }

    /// <exception cref="ObjectNotFoundException">There is no such object.</exception>
    /// <exception cref="InvalidPackageException">It is not to be unpacked.</exception>
    public async Task<FunctionPackage> AddAsync(ObjectRef location, CancellationToken cancellationToken)
    {
        await using var zip = await _objects.OpenAsync(location, cancellationToken);
        var sha = Convert.ToHexStringLower(await SHA256.HashDataAsync(zip, cancellationToken));
        var package = new FunctionPackage(sha, zip.Length, location.ToString());
        if (!Directory.Exists(PathOf(package)))
        {
            zip.Position = 0;
            await UnpackAsync(zip, PathOf(package), cancellationToken);
        }

        return package;
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
