namespace Sluice.Builds.ControlPlane.Reports;

/// <summary>What a request says of a report group becomes part of it.</summary>
internal static class ReportGroupSettings
{
    public static ReportGroup Create(string name, ReportType type, ReportExportConfig? export, IReadOnlyList<Tag>? tags, DateTimeOffset now) => new()
    {
        Name = name,
        Type = type,
        ExportConfig = Filled(export ?? new ReportExportConfig { ExportConfigType = ReportExportConfigType.NO_EXPORT }),
        Created = now,
        LastModified = now,
        Status = ReportGroupStatusType.ACTIVE,
        Tags = tags ?? [],
    };

    /// <summary>What is said replaces what was, and the rest stays.</summary>
    public static ReportGroup Update(ReportGroup before, UpdateReportGroupInput input, DateTimeOffset now) => before with
    {
        ExportConfig = input.ExportConfig is { } export ? Filled(export) : before.ExportConfig,
        Tags = input.Tags ?? before.Tags,
        LastModified = now,
    };

    /// <summary>What the original fills in, and clients such as Terraform expect to read.</summary>
    private static ReportExportConfig Filled(ReportExportConfig export) => export with
    {
        ExportConfigType = export.ExportConfigType ?? (export.S3Destination is null ? ReportExportConfigType.NO_EXPORT : ReportExportConfigType.S3),
        S3Destination = export.S3Destination is not { } s3 ? null : s3 with
        {
            Packaging = s3.Packaging ?? ReportPackagingType.NONE,
            EncryptionDisabled = s3.EncryptionDisabled ?? false,
        },
    };
}
