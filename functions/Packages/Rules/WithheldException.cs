using Sluice.Packages.Model;

namespace Sluice.Packages.Rules;

/// <summary>A version is there, and rules withhold it.</summary>
internal sealed class WithheldException(PackageId package, string version, Withholding withholding)
    : ApiException(CommonErrors.AccessDenied, $"The version {version} of {package.Format} package {package.Written} is not given by {package.Home}: {withholding}.")
{
    /// <summary>By which rule.</summary>
    public Withholding Withholding => withholding;
}
