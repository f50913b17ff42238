namespace Sluice.Packages.Tests.Kills;

/// <summary>One version of a format, published as its client does.</summary>
internal interface IPublication
{
    /// <summary>All requests of it, one after the other, until one does not succeed.</summary>
    /// <returns>The status of the last.</returns>
    Task<int> PublishAsync(PackageWorld world);

    /// <summary>Whether clients see it.</summary>
    Task<bool> IsSeenAsync(PackageWorld world);

    /// <summary>Holds that it is all there.</summary>
    Task WholeAsync(PackageWorld world);
}
