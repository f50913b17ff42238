using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Local.Host.Data;
using Sluice.Platform.Access;

namespace Sluice.Local.Host.Credentials;

/// <summary>The keys that the suite makes for this machine: the administrator's, and one each for the functions and the builds that run here.</summary>
/// <param name="Functions">What functions sign with. They may read; what else they do here needs no signature.</param>
/// <param name="Builds">What builds sign with, their programs and their commands: they may store and read secrets, not define or release.</param>
/// <param name="AdminFile">The file with the administrator's.</param>
internal sealed record OwnKeys(OwnKey Functions, OwnKey Builds, string AdminFile)
{
    /// <exception cref="UsageException">Secrets cannot be sealed or opened here.</exception>
    public static async Task<OwnKeys> KeepAsync(DataFolder data, IServiceProvider services)
    {
        var keys = services.GetRequiredService<AccessKeys>();
        try
        {
            var admin = new CredentialsFile(data.At("credentials"), Roles.Admin, "administrator of this machine");
            await admin.KeepAsync(keys);
            var functions = new CredentialsFile(data.At("function-credentials"), Roles.Reader, "functions on this machine");
            var builds = new CredentialsFile(data.At("build-credentials"), Roles.Builder, "builds on this machine");
            return new OwnKeys(await functions.KeepAsync(keys), await builds.KeepAsync(keys), admin.Path);
        }
        catch (CryptographicException e)
        {
            throw new UsageException($"The keys of the data folder cannot be used: {e.Message}");
        }
    }
}
