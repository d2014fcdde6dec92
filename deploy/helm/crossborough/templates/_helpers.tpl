{{- define "crossborough.labels" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/part-of: crossborough
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
{{- end }}

{{- define "crossborough.selector" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{/* Where a server is, as the peer of a network policy: by its pods, or by its addresses. */}}
{{- define "crossborough.peer" -}}
{{- if .cidrs }}
{{- range .cidrs }}
- ipBlock:
    cidr: {{ . }}
{{- end }}
{{- else }}
- namespaceSelector:
    matchLabels:
      kubernetes.io/metadata.name: {{ .namespace }}
  podSelector:
    matchLabels: {{- toYaml .podLabels | nindent 6 }}
{{- end }}
{{- end }}

{{/* What a service is told that is no secret. Passwords and keys are in its Secret, beside its certificate. */}}
{{- define "crossborough.settings" -}}
{{- $name := .name }}
{{- $values := .root.Values }}
{{- $service := index $values.services $name -}}
OIDC_ISSUER={{ $values.servers.keycloak.issuer }}
quarkus.oidc.connection-delay=PT2M
CROSSBOROUGH_DEMO_IDENTITIES={{ $values.demoIdentities }}
{{- if $service.database }}
# Its own certificate, for the gateway's and no other; how it is, it says at another port.
quarkus.http.tls-configuration-name=api
quarkus.http.ssl-port=8443
quarkus.http.insecure-requests=disabled
quarkus.tls.api.key-store.pem.own.cert=/run/secrets/crossborough/tls.crt
quarkus.tls.api.key-store.pem.own.key=/run/secrets/crossborough/tls.key
quarkus.tls.api.trust-store.pem.certs=/run/secrets/crossborough/peer.crt
quarkus.management.host=0.0.0.0
quarkus.management.port=9000
KAFKA_BOOTSTRAP_SERVERS={{ $values.servers.kafka.bootstrap }}
{{- with $service.database }}
{{- $server := index $values.servers .server }}
DATABASE_URL=jdbc:postgresql://{{ $server.host }}:{{ $server.port }}/{{ .name }}
{{- end }}
{{- with $service.keysDatabase }}
{{- $server := index $values.servers .server }}
KEYS_DATABASE_URL=jdbc:postgresql://{{ $server.host }}:{{ $server.port }}/{{ .name }}
{{- end }}
{{- if $service.keyClaim }}
SAFETY_KEY_FOLDER=/var/lib/crossborough/key
{{- with $values.sessionClient }}
crossborough.bound-tokens.except-clients={{ . }}
{{- end }}
{{- end }}
{{- else }}
quarkus.tls.services.key-store.pem.own.cert=/run/secrets/crossborough/tls.crt
quarkus.tls.services.key-store.pem.own.key=/run/secrets/crossborough/tls.key
quarkus.tls.services.trust-store.pem.certs=/run/secrets/crossborough/peer.crt
{{- range $upstream, $_ := $values.services }}
{{- if ne $upstream $name }}
{{ $upstream | trimSuffix "-service" | upper }}_URL=https://{{ $upstream }}:8443
crossborough.gateway.health.{{ $upstream | trimSuffix "-service" }}=http://{{ $upstream }}:9000
{{- end }}
{{- end }}
{{- end }}
{{- end }}
