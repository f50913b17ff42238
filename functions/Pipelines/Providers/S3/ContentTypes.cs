namespace Sluice.Pipelines.Providers.S3;

/// <summary>The media types of files by their extensions, as web servers have them.</summary>
internal static class ContentTypes
{
    private const string Unknown = "application/octet-stream";

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html", [".htm"] = "text/html", [".xhtml"] = "application/xhtml+xml", [".css"] = "text/css", [".js"] = "text/javascript", [".mjs"] = "text/javascript", [".cjs"] = "text/javascript",
        [".json"] = "application/json", [".map"] = "application/json", [".jsonld"] = "application/ld+json", [".webmanifest"] = "application/manifest+json", [".geojson"] = "application/geo+json",
        [".xml"] = "application/xml", [".xsl"] = "application/xml", [".xsd"] = "application/xml", [".rss"] = "application/rss+xml", [".atom"] = "application/atom+xml", [".wasm"] = "application/wasm",
        [".txt"] = "text/plain", [".log"] = "text/plain", [".md"] = "text/markdown", [".csv"] = "text/csv", [".tsv"] = "text/tab-separated-values", [".ics"] = "text/calendar", [".vtt"] = "text/vtt",
        [".yml"] = "application/yaml", [".yaml"] = "application/yaml", [".rtf"] = "application/rtf", [".pdf"] = "application/pdf", [".epub"] = "application/epub+zip",
        [".png"] = "image/png", [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".gif"] = "image/gif", [".svg"] = "image/svg+xml", [".webp"] = "image/webp", [".avif"] = "image/avif", [".ico"] = "image/x-icon",
        [".bmp"] = "image/bmp", [".tif"] = "image/tiff", [".tiff"] = "image/tiff", [".woff"] = "font/woff", [".woff2"] = "font/woff2", [".ttf"] = "font/ttf", [".otf"] = "font/otf", [".eot"] = "application/vnd.ms-fontobject",
        [".mp3"] = "audio/mpeg", [".m4a"] = "audio/mp4", [".aac"] = "audio/aac", [".ogg"] = "audio/ogg", [".opus"] = "audio/ogg", [".wav"] = "audio/wav", [".flac"] = "audio/flac", [".weba"] = "audio/webm",
        [".mp4"] = "video/mp4", [".m4v"] = "video/mp4", [".webm"] = "video/webm", [".mov"] = "video/quicktime", [".mpeg"] = "video/mpeg", [".ogv"] = "video/ogg", [".avi"] = "video/x-msvideo", [".ts"] = "video/mp2t",
        [".zip"] = "application/zip", [".jar"] = "application/java-archive", [".war"] = "application/java-archive", [".gz"] = "application/gzip", [".tgz"] = "application/gzip", [".tar"] = "application/x-tar", [".bz2"] = "application/x-bzip2",
        [".xz"] = "application/x-xz", [".7z"] = "application/x-7z-compressed", [".rar"] = "application/vnd.rar", [".doc"] = "application/msword", [".xls"] = "application/vnd.ms-excel", [".ppt"] = "application/vnd.ms-powerpoint",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    };

    public static string Of(string path) => Types.GetValueOrDefault(Path.GetExtension(path), Unknown);
}
